using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;
using Lianxin.Functions.UseCases;
using Lianxin.Storage;

namespace Lianxin.Bench.Reports;

/// <summary>The sample year in memory, through the rules of the import; repeated under fresh ids until there are as many items as wanted.</summary>
internal static class SampleRegister
{
    public const string Agency = "ligang";
    public const int Year = 2014;

    /// <summary>A day on which 2014 is over.</summary>
    private static readonly DateTimeOffset Now = new(2015, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public static DateOnly Today { get; } = new(2015, 1, 5);

    public static async Task<StorageRoom> FillAsync(string sample, ReferenceData reference, int items)
    {
        var room = StorageRoom.InMemory("000000000", TimeProvider.System);
        await FillAsync(room, sample, reference, items);
        return room;
    }

    /// <summary>The same into a room that is open already.</summary>
    public static async Task FillAsync(StorageRoom room, string sample, ReferenceData reference, int items)
    {
        var reader = new ImportReader(100_000);
        var context = new CommandContext(
            new Actor("admin", "admin", Role.Admin, Agency, "dangzheng"), Now, Now, reference.Catalogue, reference.Calendar, new ItemLimits(), new ProcedureSettings());
        var rows = reader.ReadItems(await File.ReadAllBytesAsync(Path.Combine(sample, "1-items.csv"))).Items;
        var changes = rows.Select(r => RegisterImport.Import(r.Row, new NewItemIdentity(RegisterImport.IdOf(Agency, Year, r.Row.Number), Year, ""), context))
            .Select(d => d.Accepted ? d.Value : throw new InvalidOperationException($"The sample year has a row that is refused: {d.Refusal.Detail}")).ToList();
        for (var i = 0; i < items; i++)
            await CommitAsync(room.Register, changes[i % changes.Count], i);
        var figures = reader.ReadLines(await File.ReadAllBytesAsync(Path.Combine(sample, "2-figures.csv")));
        foreach (var (_, figure) in ImportReader.ReadFigures(Agency, figures).Figures)
            await room.Reports.PutFigureAsync(figure, default);
    }

    public static ReportNarrative Narrative(string sample)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample, "narrative.json")));
        var root = document.RootElement;
        DateOnly? Day(string name) => root.TryGetProperty(name, out var day) && day.GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return new ReportNarrative(
            root.GetProperty("sections").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal),
            Day("signedOn"), Day("publishedOn"), Day("periodFrom")!.Value, Day("periodTo"));
    }

    private static async Task CommitAsync(IRegister register, ItemChange change, int number)
    {
        var id = RegisterImport.IdOf(Agency, Year, number.ToString(CultureInfo.InvariantCulture));
        var item = change.After with { Id = id, IndexNumber = await register.NextIndexNumberAsync(Agency, Year, default) };
        var outcome = await register.CommitAsync(new RegisterCommit(null, item, [.. change.Events.Select(e => e with { ItemId = id })], []), default);
        if (outcome is not CommitOutcome.Committed)
            throw new InvalidOperationException($"Item {number} was not written: {outcome}");
    }
}
