using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Notices;
using Lianxin.Core.Proofreading;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Reports.Yearly;
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
    private const string KindsName = "records.json";
    private const string YearlyName = "yearly.json";
    private const string FormsName = "statutory-report.json";

    /// <summary>Optional: days off of the region, which win over the national ones.</summary>
    private const string RegionName = "regional-holidays.csv";

    /// <exception cref="InvalidSettingsException">A file is missing or broken.</exception>
    public static (ReferenceData Reference, ReportFormats Formats, StatutoryForms Forms, RecordKinds Kinds) Load(string folder)
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

        var forms = StatutoryFormsReader.Read(Read(Path.Combine(folder, "checks"), FormsName));
        problems.AddRange(forms.Problems.Select(p => $"{FormsName} {p.Place}：{p.Message}"));
        var kinds = forms.Forms is null ? null : RecordKindsReader.Read(Read(folder, KindsName), forms.Forms);
        problems.AddRange((kinds?.Problems ?? []).Select(p => $"{KindsName} {p.Place}：{p.Message}"));
        problems.AddRange(formats.SelectMany(f => FormatFit.Problems(f, forms.Forms, kinds?.Kinds).Select(p => $"{f.Name} {p}")));
        if (problems.Count > 0 || forms.Forms is null || kinds?.Kinds is null || !catalogue.Loaded || !calendar.Loaded || formats.Count == 0)
        {
            throw new InvalidSettingsException($"{folder}: {string.Join("; ", problems.DefaultIfEmpty("no report format is on file").Take(20))}");
        }

        return (new ReferenceData(catalogue.Catalogue with { Groups = groups }, calendar.Calendar), new ReportFormats(formats), forms.Forms, kinds.Kinds);
    }

    /// <summary>The days of the yearly report, and which office owes which records to it.</summary>
    /// <exception cref="InvalidSettingsException">The file is missing or broken.</exception>
    public static YearlyRules LoadYearly(string folder, RecordKinds kinds, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var reading = YearlyRulesReader.Read(Read(folder, YearlyName), kinds, [.. catalogue.Offices.Select(o => o.Code)]);
        return reading.Rules ?? throw new InvalidSettingsException($"{folder}: {string.Join("; ", reading.Problems.Select(p => $"{YearlyName} {p.Place}：{p.Message}").Take(20))}");
    }

    /// <summary>The ladder of reminders and cards, and whom to tell.</summary>
    /// <exception cref="InvalidSettingsException">A file is missing or broken.</exception>
    public static NoticeRules LoadNotices(string folder, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var ladder = LadderFile.Parse(Read(folder, LadderFile.Name));
        var contacts = ContactsFile.Parse(Read(folder, ContactsFile.Name), [.. catalogue.Offices.Select(o => o.Code)]);
        return ladder.Loaded && contacts.Loaded
            ? new NoticeRules(ladder.Ladder, contacts.Book)
            : throw new InvalidSettingsException($"{folder}: {string.Join("; ", ladder.Problems.Concat(contacts.Problems).Take(20))}");
    }

    /// <summary>The lists of the proof-reading.</summary>
    /// <exception cref="InvalidSettingsException">A file is missing or broken.</exception>
    public static ProofreadingRules LoadProofreading(string folder)
    {
        var inside = Path.Combine(folder, "proofreading");
        var load = ProofreadingFiles.Parse(
            Read(inside, ProofreadingFiles.Confusions), Read(inside, ProofreadingFiles.Repeats), Read(inside, ProofreadingFiles.Leaders));
        return load.Loaded ? load.Rules : throw new InvalidSettingsException($"{inside}: {string.Join("; ", load.Problems.Take(20))}");
    }

    private static string Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : throw new InvalidSettingsException($"{name} is missing in {folder}.");
    }
}
