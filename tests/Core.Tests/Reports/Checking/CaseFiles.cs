using System.Text.Json;
using System.Text.Json.Nodes;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>The published reports under <c>Cases</c> and the forms they are read by.</summary>
internal static class CaseFiles
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Core.Tests", "Reports", "Checking", "Cases");

    public static string FormsText { get; } = File.ReadAllText(Path.Combine(Root(), "src", "Functions", "Data", "checks", "statutory-report.json"));

    public static StatutoryForms Forms { get; } = StatutoryFormsReader.Read(FormsText).Forms.ShouldNotBeNull();

    public static IReadOnlyDictionary<string, JsonElement> Expected { get; } =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json"))).RootElement.EnumerateObject().ToDictionary(e => e.Name, e => e.Value);

    public static IEnumerable<string> Numbers => Expected.Keys;

    public static JsonObject Load(string number) =>
        JsonNode.Parse(File.ReadAllText(Directory.EnumerateFiles(Folder, number + "-*.json").Single()))!.AsObject();

    public static Decision<ReportSubmission> Read(JsonNode document) => Read(JsonDocument.Parse(document.ToJsonString()).RootElement);

    public static Decision<ReportSubmission> Read(JsonElement document) => ReportDocumentReader.Read(document, Forms);

    public static IReadOnlyList<ReportFinding> Check(JsonObject document, JsonObject? previous = null)
    {
        if (previous is not null)
            document["previous"] = previous.DeepClone();
        var read = Read(document);
        read.Refusal.ShouldBeNull(string.Join("; ", read.Refusal?.Errors.Select(e => $"{e.Key} {e.Value[0]}") ?? []));
        return ReportChecking.Check(Forms, read.Value!.Document, read.Value.Previous);
    }

    public static IReadOnlyList<string> RulesOf(JsonObject document, JsonObject? previous = null) =>
        [.. Check(document, previous).Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
