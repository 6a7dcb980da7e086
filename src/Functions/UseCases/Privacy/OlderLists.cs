using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Privacy;

/// <summary>
/// Warns of persons who stand with the same name, village and amount in an older list of the same entry: two lists together may undo a
/// mask. Reads the index rows of two years as ranges, and at most <see cref="MostLists"/> items behind them, the newest.
/// </summary>
public sealed class OlderLists(IRegister register, BusinessClock business)
{
    public const int MostLists = 5;
    private const int Years = 2;

    /// <summary>One warning for each older list that fits; none for an item that lists nobody.</summary>
    public async Task<IReadOnlyList<PersonalDataFinding>> WarningsAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var shown = PublicCopy.IsMasked(item.Audience, item.MaskProfile);
        var rows = RowsOf(item.Content.Body, item.Content.Village);
        if (rows.Count == 0)
        {
            return [];
        }

        if (shown)
        {
            rows = [.. rows.Select(r => r with { Name = NameMask.Of(r.Name) })];
        }

        var warnings = new List<PersonalDataFinding>();
        foreach (var id in await NewestAsync(item, cancellation))
        {
            if (await register.FindAsync(id, cancellation) is not { Item: var older } || !Visibility.IsPublic(older))
            {
                continue;
            }

            var copy = PublicCopy.Of(older, older.Released!);
            var overlap = ListOverlap.Of(rows, RowsOf(copy.Body, copy.Village));
            if (overlap.Same > 0)
            {
                warnings.Add(Warning(older, overlap));
            }
        }

        return warnings;
    }

    private static PersonalDataFinding Warning(Item older, ListOverlap overlap) => new(
        PersonalDataKinds.Combination,
        TextDetectors.Body,
        $"{overlap.Same}人同{older.IndexNumber}号信息中的姓名、村、金额相同" + (overlap.Undone > 0 ? $"，其中{overlap.Undone}人的遮盖因此失效" : ""),
        overlap.Undone > 0 ? "另一份已公开的名单写了全名，两份对照就知道是谁；请两份用同一种遮盖，或撤下到期的那一份" : "同一个人出现在前后两份名单中；确认两份都需要公开，到期的及时撤下")
    {
        Severity = PrivacySeverity.Soft,
    };

    private async Task<IReadOnlyCollection<string>> NewestAsync(Item item, CancellationToken cancellation)
    {
        var newest = new Queue<string>();
        await foreach (var row in register.PublicationsAsync(item.Agency, business.Today.AddYears(-Years), business.Today, cancellation))
        {
            if (row.Status != ItemStatus.Published || !string.Equals(row.Entry, item.Entry, StringComparison.Ordinal) || string.Equals(row.Id, item.Id, StringComparison.Ordinal))
            {
                continue;
            }

            newest.Enqueue(row.Id);
            if (newest.Count > MostLists)
            {
                newest.Dequeue();
            }
        }

        return newest;
    }

    /// <summary>A list of one village need not name it in each row.</summary>
    private static List<PersonRow> RowsOf(string body, string? village) =>
        [.. PersonRows.In(body).Select(r => r.Village.Length > 0 || village is null ? r : r with { Village = village })];
}
