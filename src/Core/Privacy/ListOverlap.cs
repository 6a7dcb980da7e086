namespace Lianxin.Core.Privacy;

/// <summary>How many persons of a list stand in an older one with the same name, village and amount.</summary>
/// <param name="Same">Persons that fit somebody there, masked or not.</param>
/// <param name="Undone">Of these, persons whose mask is undone: one of the lists gives the name in full, and nobody else there fits.</param>
public readonly record struct ListOverlap(int Same, int Undone)
{
    /// <summary>Compares two lists in time proportional to their lengths, unless very many share village, amount and surname.</summary>
    public static ListOverlap Of(IReadOnlyList<PersonRow> rows, IReadOnlyList<PersonRow> older)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(older);
        var known = older.Where(IsComplete).GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.Select(r => r.Name).Distinct(StringComparer.Ordinal).Take(MostNamesakes).ToList());
        var (same, undone) = (0, 0);
        foreach (var row in rows)
        {
            if (!IsComplete(row) || !known.TryGetValue(KeyOf(row), out var names))
                continue;
            var fitting = names.FindAll(n => Fits(n, row.Name));
            same += fitting.Count > 0 ? 1 : 0;
            undone += fitting is [var one] && IsMasked(one) != IsMasked(row.Name) ? 1 : 0;
        }

        return new ListOverlap(same, undone);
    }

    private const int MostNamesakes = 50;

    private static bool IsComplete(PersonRow row) => row.Amount is not null && row.Village.Length > 0 && row.Name.Length >= 2;

    private static (string Village, decimal? Amount, char Surname) KeyOf(PersonRow row) => (row.Village, row.Amount, row.Name[0]);

    private static bool IsMasked(string name) => name.Contains('*', StringComparison.Ordinal);

    private static bool Fits(string a, string b)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && a[i] != '*' && b[i] != '*')
                return false;
        }

        return true;
    }
}
