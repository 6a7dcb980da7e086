using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Tests.Reports.Records;

/// <summary>Records of every kind between 2017 and 2026, as people may have entered them; the same seed gives the same.</summary>
internal static class AnyRecords
{
    private static readonly DateOnly First = new(2017, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    public static IReadOnlyList<DatedRecord> From(int seed, int count)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Statutory.Record(Input(dice, i)))];
    }

    private static RecordInput Input(Random dice, int at)
    {
        // Applications are what the identities are about.
        var kind = dice.Next(2) == 0 ? Statutory.Kinds.Find("application")! : Pick(dice, Statutory.Kinds.Kinds);
        var on = Between(dice, First, Last);
        // What is repealed in the year in which it was made is lawful, but a warning of the form (plausibility).
        var earliest = kind.Publishes is not null ? new DateOnly(on.Year + 1, 1, 1) : on;
        DateOnly? ended = kind.Ends is not null && dice.Next(3) > 0 ? Between(dice, earliest, dice.Next(2) == 0 ? earliest.AddDays(40) : earliest.AddDays(900)) : null;
        return new RecordInput(
            kind.Key,
            $"示例〔{at}〕号",
            "示例",
            on,
            ended,
            // A document is made public when it is made; what is published later is a warning of the 2019 form.
            kind.Publishes is null ? null : on,
            kind.Applicants.Count == 0 ? null : Pick(dice, kind.Applicants).Key,
            ended is null || kind.Outcomes.Count == 0 ? null : Pick(dice, kind.Outcomes).Key,
            kind.Categories.Count == 0 ? null : Pick(dice, kind.Categories).Key,
            kind.Amount is null ? null : dice.Next(1_000_000) / 100m);
    }

    private static DateOnly Between(Random dice, DateOnly from, DateOnly to) => from.AddDays(dice.Next(to.DayNumber - from.DayNumber + 1));

    private static T Pick<T>(Random dice, IReadOnlyList<T> of) => of[dice.Next(of.Count)];
}
