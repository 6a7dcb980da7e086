using Lianxin.Core.Duties;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/nil-returns</c>: 零报告, an item like any other from here on.</summary>
public sealed class NilReturns(NilReturning returning, QuartersDesk desk, TimeProvider machine)
{
    public void Map(IEndpointRouteBuilder app) => app.Receive(Permissions.SubmitNilReturn, InputLimits.TextOnly, SubmitAsync);

    private async Task SubmitAsync(HttpContext context, PostedInput posted)
    {
        var fields = posted.Fields;
        var input = new NilReturnInput(fields.Text("entry"), fields.Text("period"), fields.Text("office"), fields.Text("reason"));
        var by = context.Actor();
        var receipt = Idempotency.ReceiptOf(context, posted, by, "/api/nil-returns", machine.GetUtcNow());
        var answer = fields.Refusal is { } wrong ? UseCases.CommandAnswer.Refused(wrong) : await returning.SubmitAsync(by, input, receipt, context.RequestAborted);
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.AgainAsync(context, posted, DeskForm.NilReturn, input.Period, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        var item = answer.Item!;
        if (posted.IsForm)
        {
            await Responses.SeeOther(context, DeskAnswers.Receipt(item.Id, "submitted"));
            return;
        }

        context.Response.Headers.Location = $"/api/items/{item.Id}";
        if (!answer.Repeated)
        {
            ETags.Set(context.Response, item.EventCount);
        }

        var status = answer.Repeated ? Core.Items.ItemStatus.Submitted : item.OutwardStatus;
        await Responses.JsonAsync(context, SubmittedView.Of(item, status), ApiJson.Default.SubmittedView, StatusCodes.Status201Created);
    }
}
