using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// One look at what is out, shared by the pages that are written together: each year is read once. To be made after the fences of
/// those pages were read, so that whoever loses a race looks again.
/// </summary>
/// <param name="standing">
/// Items that are being published, by id: their rows are taken from here as they will stand (null: not public), not from the register.
/// </param>
internal sealed class PublishedRows(IRegister register, string agency, IReadOnlyDictionary<string, PublicationRow?> standing)
{
    /// <summary>Nothing is being published: the register is the whole truth.</summary>
    public static IReadOnlyDictionary<string, PublicationRow?> AsRegistered { get; } = new Dictionary<string, PublicationRow?>(StringComparer.Ordinal);

    private readonly Dictionary<int, List<PublicationRow>> byYear = [];
    private readonly Dictionary<int, List<PublicationRow>> hiddenByYear = [];
    private List<int>? years;

    /// <summary>What went out in a year and is public today, oldest first.</summary>
    public async Task<IReadOnlyList<PublicationRow>> OfYearAsync(int year, CancellationToken cancellation)
    {
        if (byYear.TryGetValue(year, out var known))
        {
            return known;
        }

        var rows = new List<PublicationRow>();
        var hidden = new List<PublicationRow>();
        await foreach (var row in register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation))
        {
            if (standing.TryGetValue(row.Id, out var stands) ? stands is null : !PublicationRows.IsPublic(row))
            {
                // What is being taken down right now still says published in the register.
                hidden.Add(PublicationRows.IsPublic(row) ? row with { Status = ItemStatus.Withdrawn } : row);
            }
            else if (stands is null)
            {
                rows.Add(row);
            }
        }

        var shown = Shown.Where(r => r.PublishedOn.Year == year).ToList();
        if (shown.Count > 0)
        {
            rows.AddRange(shown);
            rows.Sort(ByTime);
        }

        byYear.Add(year, rows);
        hiddenByYear.Add(year, hidden);
        return rows;
    }

    /// <summary>
    /// What ever went out in a year, oldest first, with what was taken down since: it keeps its place in a list, so that a list need not be
    /// numbered anew. Whether a row may be shown is for <see cref="PublicationRows.IsPublic"/> to say.
    /// </summary>
    public async Task<IReadOnlyList<PublicationRow>> EverOfYearAsync(int year, CancellationToken cancellation)
    {
        List<PublicationRow> ever = [.. await OfYearAsync(year, cancellation), .. hiddenByYear[year]];
        ever.Sort(ByTime);
        return ever;
    }

    /// <summary>Years in which something went out, newest first. An item of December's register may go out in January, so the year after counts too.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation)
    {
        if (years is null)
        {
            years = [];
            var candidates = (await register.YearsAsync(agency, cancellation)).SelectMany(y => new[] { y, y + 1 });
            foreach (var year in candidates.Concat(Shown.Select(r => r.PublishedOn.Year)).Distinct().OrderDescending())
            {
                if (await HasAnyAsync(year, cancellation))
                {
                    years.Add(year);
                }
            }
        }

        return years;
    }

    /// <summary>The newest rows over all years, newest first.</summary>
    public async Task<IReadOnlyList<PublicationRow>> NewestAsync(int count, CancellationToken cancellation)
    {
        var newest = new List<PublicationRow>();
        foreach (var year in await YearsAsync(cancellation))
        {
            newest.AddRange((await OfYearAsync(year, cancellation)).Reverse().Take(count - newest.Count));
            if (newest.Count >= count)
            {
                break;
            }
        }

        return newest;
    }

    private static int ByTime(PublicationRow a, PublicationRow b) =>
        a.PublishedAt.CompareTo(b.PublishedAt) is var byTime and not 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);

    private IEnumerable<PublicationRow> Shown => standing.Values.OfType<PublicationRow>();

    private async Task<bool> HasAnyAsync(int year, CancellationToken cancellation)
    {
        if (byYear.TryGetValue(year, out var known))
        {
            return known.Count > 0;
        }

        if (Shown.Any(r => r.PublishedOn.Year == year))
        {
            return true;
        }

        await foreach (var row in register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation))
        {
            if (PublicationRows.IsPublic(row) && !standing.ContainsKey(row.Id))
            {
                return true;
            }
        }

        return false;
    }
}
