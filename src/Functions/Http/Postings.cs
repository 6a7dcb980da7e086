using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/postings</c>: evidence that a sheet hung on its board (S26).</summary>
public sealed class Postings(PostingBook book, QuartersDesk desk)
{
    private const int PhotoBytesAtMost = 10 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder app)
    {
        app.Receive(Permissions.RecordPosting, new InputLimits(1, PhotoBytesAtMost), RecordAsync);
        app.Serve(Permissions.ListPostings, ListAsync);
        app.Serve(Permissions.SeePostingPhoto, PhotoAsync);
    }

    private async Task RecordAsync(HttpContext context, PostedInput posted)
    {
        var fields = posted.Fields;
        var input = new PostingInput(fields.Text("sheet"), fields.Text("place"), fields.Text("postedOn"), fields.Text("takenDownOn"));
        var photo = posted.Files.Count == 0 ? null : posted.Files[0];
        var decision = fields.Refusal is { } wrong ? wrong
            : photo is { Field: not "photo" } ? Refusal.Field("photo", "照片请放在 photo 字段。")
            : await book.RecordAsync(context.Actor(), input, photo?.Bytes, context.RequestAborted);
        if (decision.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.AgainAsync(context, posted, DeskForm.Posting, input.Sheet, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        if (posted.IsForm)
        {
            await Responses.SeeOther(context, $"/desk/quarters/{decision.Value!.Quarter}#sheets");
            return;
        }

        await Responses.JsonAsync(context, PostingAnswer.Of(decision.Value!), ApiJson.Default.PostingAnswer, StatusCodes.Status201Created);
    }

    private async Task ListAsync(HttpContext context)
    {
        if (!Period.TryParse(context.Request.Query["quarter"], out var quarter) || quarter.Kind != PeriodKind.Quarter)
        {
            await Problem.From(Refusal.Field("quarter", "请写明季度，例如 quarter=2026-Q1。", "invalid-quarter")).WriteAsync(context);
            return;
        }

        var postings = await book.OfQuarterAsync(context.Actor().Agency, quarter, context.RequestAborted);
        await Responses.JsonAsync(context, new PostingListAnswer(quarter.ToString(), [.. postings.Select(PostingAnswer.Of)]), ApiJson.Default.PostingListAnswer);
    }

    private async Task PhotoAsync(HttpContext context)
    {
        var (id, hash) = ((string)context.Request.RouteValues["id"]!, (string)context.Request.RouteValues["hash"]!);
        if (await book.PhotoAsync(context.Actor(), id, hash, context.RequestAborted) is not { } link)
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = link.AbsoluteUri;
        context.Response.StatusCode = StatusCodes.Status302Found;
    }
}
