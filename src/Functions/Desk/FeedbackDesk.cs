using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>Gathers the desk's pages of feedback and the 连心 register, for the one who is signed in.</summary>
public sealed class FeedbackDesk(DeskViews views, FeedbackBook feedback, CaseBook cases, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    public const string ListPath = "/desk/feedback";
    public const string CasesPath = "/desk/cases";

    public static string PiecePath(string id) => $"{ListPath}/{Uri.EscapeDataString(id)}";

    public static string CasePath(string id) => $"{CasesPath}/{Uri.EscapeDataString(id)}";

    public async Task<string> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var actor = context.Actor();
        var read = FeedbackQuery.Read(query, actor, options.Limits);
        var q = read.Value ?? new FeedbackQuery(null, null, actor.Role == Role.Clerk ? actor.Office : null, options.Limits.PageDefault, null);
        var page = await FirstWhenLostAsync(
            c => feedback.ListAsync(actor.Agency, q.State, q.Item, q.Office, q.Top, c, context.RequestAborted), q.Continuation);
        var model = new FeedbackListModel(
            q.State is { } state ? Names.Of(state) : "",
            q.Item ?? "",
            [.. page.Rows.Where(r => q.Office is null || string.Equals(r.Office, q.Office, StringComparison.Ordinal))],
            await feedback.CountsAsync(actor.Agency, q.Item, context.RequestAborted),
            reference.Catalogue,
            business.Today,
            Permissions.Allow(actor, Permissions.EnterFeedback),
            !query.ContainsKey("continuation"),
            page.Continuation);
        return await views.PagesFor(context).FeedbackListAsync(model, context.RequestAborted);
    }

    public Task<string> NewAsync(HttpContext context) => views.PagesFor(context).FeedbackNewAsync(
        new FeedbackNewModel(new FeedbackForms(reference.Catalogue).New(context.Actor().Office), null), context.RequestAborted);

    public async Task NewAgainAsync(HttpContext context, PostedInput posted, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var form = new FeedbackForms(reference.Catalogue, DeskAnswers.Flat(posted.Root), refusal).New(context.Actor().Office);
        await Responses.HtmlAsync(
            context, await views.PagesFor(context).FeedbackNewAsync(new FeedbackNewModel(form, refusal), context.RequestAborted), Problem.From(refusal).Status);
    }

    /// <summary>A piece; null when this person may not read it.</summary>
    public async Task<string?> PieceAsync(HttpContext context, string id, PostedInput? posted = null, Refusal? refusal = null)
    {
        var actor = context.Actor();
        if (await feedback.FindAsync(id, context.RequestAborted) is not { Piece: var piece } || !FeedbackResource.MayRead(actor, piece))
        {
            return null;
        }

        var forms = new FeedbackForms(reference.Catalogue, posted is null ? null : DeskAnswers.Flat(posted.Root), refusal);
        var model = new FeedbackPieceModel(
            piece,
            reference.Catalogue.Office(piece.Office)?.Title ?? piece.Office,
            await feedback.MergedWithAsync(piece, context.RequestAborted),
            business.Today,
            piece.State == FeedbackState.Received && actor.Role == Role.Reviewer ? forms.Screening(piece) : null,
            refusal);
        return await views.PagesFor(context).FeedbackPieceAsync(model, context.RequestAborted);
    }

    public async Task PieceAgainAsync(HttpContext context, PostedInput posted, string id, Refusal refusal) =>
        await AgainAsync(context, refusal, await PieceAsync(context, id, posted, refusal), ListPath, "回到反馈清单");

    public async Task<string> CasesAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var actor = context.Actor();
        var read = CaseQuery.Read(query, options.Limits);
        var q = read.Value ?? new CaseQuery(null, null, options.Limits.PageDefault, null);
        var office = actor.Role == Role.Clerk ? actor.Office : null;
        var page = await FirstWhenLostAsync(
            c => cases.ListAsync(actor.Agency, q.Status, q.Month, office, q.Top, c, context.RequestAborted), q.Continuation);
        var model = new CaseListModel(
            q.Status is { } status ? Names.Of(status) : "",
            q.Month?.ToString() ?? "",
            [.. page.Rows.Where(r => q.Month is not { } month || month.Contains(r.RegisteredOn))],
            reference.Catalogue,
            business.Today,
            !query.ContainsKey("continuation"),
            page.Continuation);
        return await views.PagesFor(context).CaseListAsync(model, context.RequestAborted);
    }

    /// <summary>A case; null when this person may not work on it.</summary>
    public async Task<string?> CaseAsync(HttpContext context, string id, PostedInput? posted = null, Refusal? refusal = null)
    {
        var actor = context.Actor();
        if (await cases.FindAsync(id, context.RequestAborted) is not { Case: var present } || !string.Equals(present.Agency, actor.Agency, StringComparison.Ordinal)
            || !CasesResource.MayWork(actor, present))
        {
            return null;
        }

        var forms = new FeedbackForms(reference.Catalogue, posted is null ? null : DeskAnswers.Flat(posted.Root), refusal);
        var model = new CaseModel(
            present,
            reference.Catalogue.Office(present.Office)?.Title ?? present.Office,
            present.Group is { } group ? reference.Catalogue.Group(group)?.Title ?? group : "",
            business.Today,
            forms.Of(present, actor),
            refusal);
        return await views.PagesFor(context).CaseAsync(model, context.RequestAborted);
    }

    public async Task CaseAgainAsync(HttpContext context, PostedInput posted, string id, Refusal refusal) =>
        await AgainAsync(context, refusal, await CaseAsync(context, id, posted, refusal), CasesPath, "回到“连心”登记");

    private async Task AgainAsync(HttpContext context, Refusal refusal, string? html, string back, string backText)
    {
        var status = Problem.From(refusal).Status;
        await Responses.HtmlAsync(context, html ?? await views.RefusalAsync(context, status, refusal, back, backText), status);
    }

    /// <summary>An old bookmark leads to the first page.</summary>
    private static async Task<LedgerPage<T>> FirstWhenLostAsync<T>(Func<string?, Task<LedgerPage<T>>> read, string? continuation)
    {
        try
        {
            return await read(continuation);
        }
        catch (InvalidContinuationException)
        {
            return await read(null);
        }
    }
}
