using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests;

/// <summary>The data files as shipped, found by walking up to the root of the repository.</summary>
internal static class ShippedData
{
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root(), "src", "Functions", "Data", file));

    /// <summary>A file of the sample year.</summary>
    public static string Sample(string file) => File.ReadAllText(Path.Combine(Root(), "samples", "ligang-2014", file));

    /// <summary>The folder of one of the samples.</summary>
    public static string SampleFolder(string sample) => Path.Combine(Root(), "samples", sample);

    public static WorkingDayCalendar Calendar { get; } = CalendarFile.Parse(Text("china-holidays.csv")).Calendar.ShouldNotBeNull();

    public static DisclosureCatalogue Catalogue { get; } = WithGroups(CatalogueFile.Parse(Text("catalogue-44.csv"), Text("offices.csv")).Catalogue.ShouldNotBeNull());

    public static CatalogueEntry Entry(string code) => Catalogue.Entry(code).ShouldNotBeNull();

    private static DisclosureCatalogue WithGroups(DisclosureCatalogue catalogue) =>
        catalogue with { Groups = GroupsFile.Parse(Text("groups.csv"), catalogue.Offices).Groups };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Serverless.sln not found above the test's folder");
        return folder.FullName;
    }
}
