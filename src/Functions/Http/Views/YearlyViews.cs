using Lianxin.Core;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Http.Views;

/// <summary>By when a report is due, and where it stands.</summary>
/// <param name="State"><c>not-yet</c>, <c>open</c>, <c>overdue</c>, <c>met</c> or <c>late</c>.</param>
public sealed record ReportDueView(DateOnly OfficesBy, DateOnly DueOn, string Because, string State)
{
    public static ReportDueView Of(YearlyStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return new ReportDueView(standing.Dates.OfficesBy, standing.Dates.DueOn, standing.Dates.Because, Names.Of(standing.Timing));
    }
}

/// <summary>Something that an office still owes to a report.</summary>
/// <param name="State"><c>pending</c>, or <c>overdue</c> from the day after <paramref name="DueOn"/>.</param>
public sealed record OwedView(string Office, string Kind, string Subject, string What, string Because, DateOnly DueOn, string State)
{
    public static OwedView Of(OwedThing owed)
    {
        ArgumentNullException.ThrowIfNull(owed);
        return new OwedView(owed.Office, Names.Of(owed.Kind), owed.Subject, owed.What, owed.Because, owed.DueOn, owed.IsOverdue ? "overdue" : "pending");
    }
}

/// <summary>How an office answered for a kind of records.</summary>
/// <param name="State"><c>recorded</c>, <c>none</c> or <c>owed</c>.</param>
public sealed record KindAnswerView(string Kind, string Title, string Office, string State, int Count, string? StatedBy, DateTimeOffset? StatedAt)
{
    public static KindAnswerView Of(KindAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new KindAnswerView(answer.Kind, answer.Label, answer.Office, Names.Of(answer.State), answer.Count, answer.Stated?.By, answer.Stated?.At);
    }
}

/// <summary><c>POST /api/records/none</c>.</summary>
public sealed record NilStatementView(string Kind, int Year, string Office, bool Stands, IReadOnlyList<NilActView> Acts)
{
    public static NilStatementView Of(NilStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new NilStatementView(
            statement.Kind, statement.Year, statement.Office, statement.Acts is [.., { TakenBack: false }], [.. statement.Acts.Select(a => new NilActView(a.By, a.At, a.TakenBack))]);
    }
}

public sealed record NilActView(string By, DateTimeOffset At, bool TakenBack);
