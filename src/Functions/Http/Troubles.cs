using Lianxin.Core;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Checks;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/troubles</c>: what failed for good, to be tried again or dismissed with a reason.</summary>
public sealed class Troubles(TroubleShooting shooting, RegisterCheck check, DeskAnswers desk)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ListTroubles, async context =>
        {
            var troubles = await shooting.ListAsync(context.Actor().Agency, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            await Responses.JsonAsync(context, new TroubleListView([.. troubles.Select(TroubleView.Of)], null), ApiJson.Default.TroubleListView);
        });
        app.Receive(Permissions.RetryTrouble, InputLimits.TextOnly, async (context, posted) =>
            await AnswerAsync(context, posted, "retried", await shooting.RetryAsync(context.Actor(), IdOf(context), context.RequestAborted)));
        app.Receive(Permissions.CheckRegister, InputLimits.TextOnly, async (context, posted) =>
        {
            // A check that is on its way answers the wish as well.
            await check.RequestAsync(context.Actor().Agency, null, context.RequestAborted);
            await (posted.IsForm
                ? Responses.SeeOther(context, "/desk/troubles?did=checked")
                : Responses.JsonAsync(context, new TroubleAnswerView("check", "checked"), ApiJson.Default.TroubleAnswerView));
        });
        app.Receive(Permissions.DismissTrouble, InputLimits.TextOnly, async (context, posted) =>
        {
            var reason = posted.Fields.Text("reason");
            await AnswerAsync(
                context,
                posted,
                "dismissed",
                posted.Fields.Refusal ?? await shooting.DismissAsync(context.Actor(), IdOf(context), reason, context.RequestAborted));
        });
    }

    private Task AnswerAsync(HttpContext context, PostedInput posted, string state, Refusal? refusal) => (refusal, posted.IsForm) switch
    {
        (null, true) => Responses.SeeOther(context, $"/desk/troubles?did={state}"),
        (null, false) => Responses.JsonAsync(context, new TroubleAnswerView(IdOf(context), state), ApiJson.Default.TroubleAnswerView),
        ({ } no, true) => desk.TroublesAgainAsync(context, IdOf(context), no),
        ({ } no, false) => Problem.From(no).WriteAsync(context),
    };

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
