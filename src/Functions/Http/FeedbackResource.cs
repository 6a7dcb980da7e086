using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/feedback</c> and <c>/api/items/{id}/feedback</c>: from the public and by staff, the receipt, the list, the screening.</summary>
public sealed class FeedbackResource(
    FeedbackCommands commands, FeedbackBook book, CaseCommands cases, FeedbackPages pages, FeedbackDesk desk, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    /// <summary>Stands where a code stands: the page that asks for one.</summary>
    private const string Find = "find";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Receive(Permissions.GiveFeedback, InputLimits.TextOnly, GiveAsync);
        app.Receive(Permissions.EnterFeedback, InputLimits.TextOnly, EnterAsync);
        app.Serve(Permissions.ListFeedback, ListAsync);
        app.Serve(Permissions.ReadReceipt, ReceiptAsync);
        app.Receive(Permissions.ScreenFeedback, InputLimits.TextOnly, ScreenAsync);
    }

    /// <summary>A clerk reads the own office's and what they entered; the others of the staff read all.</summary>
    internal static bool MayRead(Actor actor, FeedbackPiece piece) =>
        actor.IsStaff && string.Equals(actor.Agency, piece.Agency, StringComparison.Ordinal)
        && (actor.Role != Role.Clerk || string.Equals(actor.Office, piece.Office, StringComparison.Ordinal) || string.Equals(actor.Account, piece.EnteredBy, StringComparison.Ordinal));

    private async Task GiveAsync(HttpContext context, PostedInput posted)
    {
        var item = (string)context.Request.RouteValues["id"]!;
        var input = FeedbackInputs.Public(posted.Fields);
        var by = Actor.Anyone(context.Actor().Agency);
        var answer = posted.Fields.Refusal is { } wrong
            ? FeedbackAnswer.Refused(wrong)
            : await commands.PostAsync(
                new FeedbackPost(by, false, input, item, ClientAddress.Of(context), posted.IdempotencyKey, FeedbackInputs.HashOf(input)), context.RequestAborted);
        if (answer.Refusal is { } refused)
        {
            // A person who may mend it gets the form again; that there is no such item is no matter of the form.
            await (posted.IsForm && refused.Kind == RefusalKind.Invalid
                ? pages.FormAgainAsync(context, item, input, refused)
                : Problem.From(refused).WriteAsync(context));
            return;
        }

        await (answer.Wait is { } wait
            ? Problem.TooMany(wait, detail: "提交过于频繁，请稍后再试；也可以打电话或者到办事窗口反映。").WriteAsync(context)
            : CreatedAsync(context, posted, answer));
    }

    private async Task EnterAsync(HttpContext context, PostedInput posted)
    {
        var by = context.Actor();
        var input = FeedbackInputs.Staff(posted.Fields);
        var item = posted.Fields.Text("item");
        var answer = posted.Fields.Refusal is { } wrong
            ? FeedbackAnswer.Refused(wrong)
            : await commands.PostAsync(
                new FeedbackPost(by, true, input, item, ClientAddress.Of(context), posted.IdempotencyKey, FeedbackInputs.HashOf(input)), context.RequestAborted);
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.NewAgainAsync(context, posted, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        await CreatedAsync(context, posted, answer);
    }

    private static Task CreatedAsync(HttpContext context, PostedInput posted, FeedbackAnswer answer)
    {
        var code = answer.Code!.ToString();
        if (posted.IsForm)
        {
            return Responses.SeeOther(context, FeedbackPages.ReceiptPath(code, "received"));
        }

        context.Response.Headers.Location = FeedbackPages.ReceiptPath(code);
        context.Response.Headers.CacheControl = "no-store";
        return Responses.JsonAsync(context, new FeedbackCreatedView(answer.Piece!.Id, code), ApiJson.Default.FeedbackCreatedView, StatusCodes.Status201Created);
    }

    private async Task ListAsync(HttpContext context)
    {
        var actor = context.Actor();
        var query = FeedbackQuery.Read(context.Request.Query, actor, options.Limits);
        if (!query.Accepted)
        {
            await Problem.From(query.Refusal).WriteAsync(context);
            return;
        }

        try
        {
            var q = query.Value;
            var page = await book.ListAsync(actor.Agency, q.State, q.Item, q.Office, q.Top, q.Continuation, context.RequestAborted);
            var counts = await book.CountsAsync(actor.Agency, q.Item, context.RequestAborted);
            // An item has one office: its range is the clerk's own, or none of it is, but for what screening gave to another office.
            var rows = page.Rows.Where(r => q.Office is null || string.Equals(r.Office, q.Office, StringComparison.Ordinal));
            context.Response.Headers.CacheControl = "no-store";
            await Responses.JsonAsync(
                context,
                new FeedbackListView(
                    [.. rows.Select(r => FeedbackRowView.Of(r, business.Today))], page.Continuation, Enum.GetValues<FeedbackState>().ToDictionary(Names.Of, counts.Of, StringComparer.Ordinal)),
                ApiJson.Default.FeedbackListView);
        }
        catch (InvalidContinuationException)
        {
            await Problem.From(Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")).WriteAsync(context);
        }
    }

    private async Task ReceiptAsync(HttpContext context)
    {
        var text = (string)context.Request.RouteValues["receiptCode"]!;
        var html = DeskAnswers.WantsPage(context);
        context.Response.Headers.CacheControl = "no-store";
        if (text is Find && html)
        {
            var typed = ListQueries.Of(context.Request.Query, "code");
            await (typed is not null && ReceiptCode.TryRead(typed) is { } read
                ? Responses.SeeOther(context, FeedbackPages.ReceiptPath(read.ToString()))
                : pages.FindAsync(context, typed));
            return;
        }

        var actor = context.Actor();
        if (await cases.ReceiptAsync(actor.Agency, text, context.RequestAborted) is { } receipt)
        {
            await AnswerAsync(context, text, receipt, html);
            return;
        }

        if (actor.IsStaff && await book.FindAsync(text, context.RequestAborted) is { } stored && MayRead(actor, stored.Piece))
        {
            await PieceAsync(context, stored.Piece);
            return;
        }

        await (html ? pages.FindAsync(context, text) : Problem.From(FeedbackCommands.Unknown).WriteAsync(context));
    }

    private Task AnswerAsync(HttpContext context, string typed, Receipt receipt, bool html)
    {
        ETags.Set(context.Response, receipt.Piece.Steps.Count + receipt.Carrier.Steps.Count + (receipt.Case?.Steps.Count ?? 0));
        context.Response.Headers.Vary = "Accept";
        if (html)
        {
            return pages.ReceiptAsync(context, ReceiptCode.TryRead(typed)!.ToString(), receipt);
        }

        var (mayReopen, asked) = pages.Offers(receipt);
        var row = receipt.Case is { } present ? CaseRowView.Of(Core.Cases.CaseRow.Of(present), reference.Catalogue) : null;
        return Responses.JsonAsync(context, ReceiptView.Of(receipt, row, mayReopen, asked), ApiJson.Default.ReceiptView);
    }

    private async Task PieceAsync(HttpContext context, FeedbackPiece piece)
    {
        ETags.Set(context.Response, piece.Steps.Count);
        await Responses.JsonAsync(context, FeedbackView.Of(piece, await book.MergedWithAsync(piece, context.RequestAborted)), ApiJson.Default.FeedbackView);
    }

    private async Task ScreenAsync(HttpContext context, PostedInput posted)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var input = FeedbackInputs.Screening(posted.Fields);
        var answer = posted.Fields.Refusal is { } wrong
            ? FeedbackAnswer.Refused(wrong)
            : await commands.ScreenAsync(context.Actor(), id, input, context.RequestAborted);
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.PieceAgainAsync(context, posted, id, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        await (posted.IsForm ? Responses.SeeOther(context, FeedbackDesk.PiecePath(id)) : PieceAsync(context, answer.Piece!));
    }
}
