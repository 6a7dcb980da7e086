using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// One look at what is out, shared by the pages that are written together: each year is read once. To be made after the fences of
/// those pages were read, so that whoever loses a race looks again.
/// </summary>
/// <param name="id">Id of the item that is being published; its row is taken from <paramref name="shown"/>, not from the register.</param>
/// <param name="shown">The row as it will stand, or null when the item is not public.</param>
internal sealed class PublishedRows(IRegister register, string agency, string id, PublicationRow? shown)
{
    private readonly Dictionary<int, List<PublicationRow>> byYear = [];
    private List<int>? years;

    /// <summary>What went out in a year and is public today, oldest first.</summary>
    public async Task<IReadOnlyList<PublicationRow>> OfYearAsync(int year, CancellationToken cancellation)
    {
        if (byYear.TryGetValue(year, out var known))
        {
            return known;
        }

        var rows = new List<PublicationRow>();
        await foreach (var row in register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation))
        {
            if (PublicationRows.IsPublic(row) && !string.Equals(row.Id, id, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        if (shown?.PublishedOn.Year == year)
        {
            rows.Add(shown);
            rows.Sort((a, b) => a.PublishedAt.CompareTo(b.PublishedAt) is var byTime and not 0 ? byTime : string.CompareOrdinal(a.Id, b.Id));
        }

        byYear.Add(year, rows);
        return rows;
    }

    /// <summary>Years in which something went out, newest first. An item of December's register may go out in January, so the year after counts too.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation)
    {
        if (years is null)
        {
            years = [];
            var candidates = (await register.YearsAsync(agency, cancellation)).SelectMany(y => new[] { y, y + 1 });
            foreach (var year in candidates.Append(shown?.PublishedOn.Year ?? 0).Where(y => y > 0).Distinct().OrderDescending())
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

    private async Task<bool> HasAnyAsync(int year, CancellationToken cancellation)
    {
        if (byYear.TryGetValue(year, out var known))
        {
            return known.Count > 0;
        }

        if (shown?.PublishedOn.Year == year)
        {
            return true;
        }

        await foreach (var row in register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation))
        {
            if (PublicationRows.IsPublic(row) && !string.Equals(row.Id, id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
