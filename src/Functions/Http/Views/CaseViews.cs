using Lianxin.Core;
using Lianxin.Core.Audit;
using Lianxin.Core.Cases;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Feedback;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http.Views;

/// <summary>A case as the world may see it: no name, no contact, nothing of the person's own words, personal data covered.</summary>
public sealed record CaseRowView(
    string Id,
    string? Item,
    string? ItemTitle,
    string Kind,
    string Office,
    string OfficeTitle,
    string? Group,
    string? GroupTitle,
    string Request,
    string Plan,
    string Status,
    string StatusText,
    DateOnly RegisteredOn,
    DateOnly DueOn,
    string? Answer,
    string? PassedTo,
    DateOnly? AnsweredOn,
    DateOnly? ClosedOn,
    int Reopenings)
{
    public static CaseRowView Of(CaseRow row, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new CaseRowView(
            row.Id, row.Item, row.ItemTitle, Names.Of(row.Kind), row.Office, catalogue.Office(row.Office)?.Title ?? row.Office, row.Group,
            row.Group is { } group ? catalogue.Group(group)?.Title ?? group : null, PublicWords.Masked(row.Request), PublicWords.Masked(row.Plan),
            Names.Of(row.Status), FeedbackWords.Of(row.Status), row.RegisteredOn, row.DueOn,
            row.Answer is { } answer ? PublicWords.Masked(answer) : null, row.PassedTo is { } to ? PublicWords.Masked(to) : null,
            row.AnsweredOn, row.ClosedOn, row.Reopenings);
    }
}

public sealed record CaseListView(IReadOnlyList<CaseRowView> Items, string? Continuation);

public sealed record CaseNoteView(DateTimeOffset At, string ByName, string Text);

/// <summary>What only the staff sees of a case.</summary>
/// <param name="Unbroken">Whether the chain of its steps holds.</param>
public sealed record CaseWorkingView(
    string FeedbackId, DeadlineView Due, IReadOnlyList<CaseNoteView> Notes, string? ResolvedBy, DateOnly? AskOn, DateTimeOffset? AskedAt, bool? ReallyDone,
    IReadOnlyList<StepView> Steps, bool Unbroken);

/// <summary>One case; <see cref="Working"/> is absent for the public.</summary>
public sealed record CaseView(CaseRowView Case, CaseWorkingView? Working)
{
    public static CaseView Of(LianxinCase present, DisclosureCatalogue catalogue, bool staff)
    {
        ArgumentNullException.ThrowIfNull(present);
        return new CaseView(
            CaseRowView.Of(CaseRow.Of(present), catalogue),
            staff
                ? new CaseWorkingView(
                    present.FeedbackId, DeadlineView.Of(present.Due), [.. present.Notes.Select(n => new CaseNoteView(n.At, n.ByName, n.Text))],
                    present.Resolution?.By, present.FollowUp?.AskOn, present.FollowUp?.AskedAt, present.FollowUp?.ReallyDone,
                    [.. present.Steps.Select(StepView.Of)], StepChain.FirstBreak(present.Id, present.Steps) is null)
                : null);
    }
}

/// <summary>Figures of one slice of the funnel.</summary>
public sealed record FunnelFiguresView(
    int Collected, int Screened, int Registered, int Done, int Confirmed, int Reopened, int Answered, int Merged, int Declined)
{
    public static FunnelFiguresView Of(FunnelFigures f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return new FunnelFiguresView(f.Collected, f.Screened, f.Registered, f.Done, f.Confirmed, f.Reopened, f.Answered, f.Merged, f.Declined);
    }
}

public sealed record FunnelSliceView(string Key, FunnelFiguresView Figures);

/// <summary>收集 → 梳理 → 登记 → 办结 → 销号 → 重新办理 of what came in between two days.</summary>
public sealed record FunnelView(
    DateOnly From, DateOnly To, FunnelFiguresView Total, IReadOnlyList<FunnelSliceView> Offices, IReadOnlyList<FunnelSliceView> Kinds, IReadOnlyList<FunnelSliceView> Months)
{
    public static FunnelView Of(Core.Cases.Funnel funnel)
    {
        ArgumentNullException.ThrowIfNull(funnel);
        return new FunnelView(
            funnel.From, funnel.To, FunnelFiguresView.Of(funnel.Total), Slices(funnel.ByOffice), Slices(funnel.ByKind), Slices(funnel.ByMonth));
    }

    private static List<FunnelSliceView> Slices(IReadOnlyList<FunnelSlice> slices) => [.. slices.Select(s => new FunnelSliceView(s.Key, FunnelFiguresView.Of(s.Figures)))];
}
