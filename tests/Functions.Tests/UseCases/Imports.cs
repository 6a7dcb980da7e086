using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Imports as the HTTP function does them, without HTTP.</summary>
internal static class Imports
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ImportFile Read(params IEnumerable<string> rows) => new ImportReader(20_000).ReadItems(Submissions.Csv(rows));

    public static async Task<List<ImportLine>> ApplyAsync(TownHall town, params IEnumerable<string> rows)
    {
        var lines = new List<ImportLine>();
        foreach (var (line, row) in Read(rows).Items)
            lines.Add(await town.Importing.ApplyAsync(TownHall.Admin, line, row, Cancellation));
        return lines;
    }

    public static async Task<int> CountAsync(TownHall town) =>
        await town.Room.Register.PublicationsAsync(TownHall.Agency, new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31), Cancellation).CountAsync(Cancellation);
}
