using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Reports;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Reads the files that rules are made of. A broken file stops the start, and the message names file, line and reason:
/// half a catalogue would be worse than none (decision record 2).
/// </summary>
public static class RuleFiles
{
    private const string CatalogueName = "catalogue-44.csv";
    private const string OfficesName = "offices.csv";
    private const string GroupsName = "groups.csv";
    private const string HolidaysName = "china-holidays.csv";

    /// <summary>Optional: days off of the region, which win over the national ones.</summary>
    private const string RegionName = "regional-holidays.csv";

    /// <exception cref="InvalidSettingsException">A file is missing or broken.</exception>
    public static (ReferenceData Reference, ReportFormats Formats) Load(string folder)
    {
        var catalogue = CatalogueFile.Parse(Read(folder, CatalogueName), Read(folder, OfficesName), CatalogueName, OfficesName);
        var (groups, groupProblems) = GroupsFile.Parse(Read(folder, GroupsName), catalogue.Catalogue?.Offices ?? [], GroupsName);
        var region = Path.Combine(folder, RegionName);
        var calendar = CalendarFile.Parse(Read(folder, HolidaysName), File.Exists(region) ? Read(folder, RegionName) : null, HolidaysName, RegionName);
        var problems = catalogue.Problems.Concat(catalogue.Loaded ? groupProblems : []).Concat(calendar.Problems).Select(p => p.ToString()).ToList();
        var formats = new List<ReportFormat>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "formats"), "*.json").Order(StringComparer.Ordinal))
        {
            var reading = ReportFormatReader.Read(File.ReadAllText(file));
            problems.AddRange(reading.Problems.Select(p => $"{Path.GetFileName(file)} {p.Place}：{p.Message}"));
            if (reading.Format is not null)
            {
                formats.Add(reading.Format);
            }
        }

        if (problems.Count > 0 || !catalogue.Loaded || !calendar.Loaded || formats.Count == 0)
        {
            throw new InvalidSettingsException($"{folder}: {string.Join("; ", problems.DefaultIfEmpty("no report format is on file").Take(20))}");
        }

        return (new ReferenceData(catalogue.Catalogue with { Groups = groups }, calendar.Calendar), new ReportFormats(formats));
    }

    private static string Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : throw new InvalidSettingsException($"{name} is missing in {folder}.");
    }
}
