using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary>Below <c>/api/session</c>: one's own password and second factor. Each asks for the password again but the confirmation, which asks for the code.</summary>
public sealed class OwnAccountResource(OwnAccount own, AccountsDesk desk, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Receive(Permissions.ChoosePassword, InputLimits.TextOnly, async (context, posted) =>
        {
            var decision = await own.ChoosePasswordAsync(context.Actor(), posted.Fields.Secret("current"), posted.Fields.Secret("password"), context.RequestAborted);
            if (decision.Accepted)
                await SessionEndpoints.OpenAsync(context, decision.Value);
            await AnswerAsync(context, posted, OwnForm.Password, decision, "password");
        });
        app.Receive(Permissions.BeginSecondFactor, InputLimits.TextOnly, async (context, posted) => await AnswerAsync(
            context, posted, OwnForm.Begin, await own.BeginAsync(context.Actor(), posted.Fields.Secret("current"), context.RequestAborted), "begun"));
        app.Receive(Permissions.ConfirmSecondFactor, InputLimits.TextOnly, async (context, posted) => await AnswerAsync(
            context, posted, OwnForm.Confirm, await own.ConfirmAsync(context.Actor(), posted.Fields.Text("code"), context.RequestAborted), "confirmed"));
        app.Receive(Permissions.RemoveSecondFactor, InputLimits.TextOnly, async (context, posted) => await AnswerAsync(
            context, posted, OwnForm.Remove, await own.RemoveAsync(context.Actor(), posted.Fields.Secret("current"), context.RequestAborted), "removed"));
    }

    private Task AnswerAsync(HttpContext context, PostedInput posted, OwnForm form, Decision<Account> decision, string did)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!decision.Accepted)
            return posted.IsForm ? desk.OwnAgainAsync(context, form, decision.Refusal) : Problem.From(decision.Refusal).WriteAsync(context);
        if (posted.IsForm)
            return Responses.SeeOther(context, $"{PermissionGate.OwnAccountPage}?did={did}");
        var pending = own.Pending(decision.Value, options.AgencyName);
        var view = new SecondFactorView(decision.Value.SecondFactor is { Confirmed: true }, pending?.Spelled, pending?.Address);
        return Responses.JsonAsync(context, view, ApiJson.Default.SecondFactorView);
    }
}
