namespace Lianxin.Core.Reports.Yearly;

/// <summary>
/// The yearly run as data: by when a report is due, and which office owes which records to it. Read by <see cref="YearlyRulesReader"/>.
/// </summary>
/// <param name="Compiles">Code of the office that puts the report together: it owes the text and mends what the checks find.</param>
/// <param name="OfficeWorkingDays">Working days before the report's own day by which the offices have given what they owe.</param>
/// <param name="Law">What the law says, the oldest first.</param>
/// <param name="County">Days that the county set by notice; each wins over the law's.</param>
/// <param name="Owes">Offices by kind of records; a kind that is not in it is owed by <paramref name="Compiles"/>.</param>
public sealed record YearlyRules(
    string Version,
    string Compiles,
    int OfficeWorkingDays,
    IReadOnlyList<LawfulDay> Law,
    IReadOnlyList<CountyDay> County,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Owes)
{
    /// <summary>Offices that must give records of a kind, or say that there were none.</summary>
    public IReadOnlyList<string> OfficesOf(string kind) => Owes.GetValueOrDefault(kind) ?? [Compiles];
}

/// <param name="FromYear">First year whose report is due so.</param>
/// <param name="Month">Of the year after the report's.</param>
public sealed record LawfulDay(int FromYear, int Month, int Day, string Because);

/// <param name="Year">The year that is reported on.</param>
/// <param name="Because">The notice that set the day.</param>
public sealed record CountyDay(int Year, DateOnly DueOn, string Because);
