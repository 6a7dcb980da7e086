using Lianxin.Core;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Learning;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/learning</c>: one step of a clerk's exercise. Outside demo mode there is nothing at this address.</summary>
public sealed class LearningResource(Exercises exercises, LearnDesk desk, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app) => app.Receive(Permissions.Learn, InputLimits.TextOnly, StepAsync);

    private async Task StepAsync(HttpContext context, PostedInput posted)
    {
        if (!options.DemoMode)
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        var by = context.Actor();
        var step = posted.Fields.Text("step");
        var input = ItemInputs.Item(posted, null);
        var decision = posted.Fields.Refusal ?? step switch
        {
            "choose" => await exercises.ChooseAsync(by, input.Entry, context.RequestAborted),
            "submit" => await exercises.SubmitAsync(by, input, context.RequestAborted),
            "drop" => await exercises.DropAsync(by, context.RequestAborted),
            _ => (Decision<Exercise>)Refusal.Field("step", "练习的步骤只有 choose、submit、drop。"),
        };
        await ((decision.Accepted, posted.IsForm) switch
        {
            (true, true) => Responses.SeeOther(context, LearnDesk.Path),
            (true, false) => Responses.JsonAsync(context, LearningView.Of(decision.Value!), ApiJson.Default.LearningView),
            (false, true) => desk.AgainAsync(context, posted, decision.Refusal!),
            _ => Problem.From(decision.Refusal!).WriteAsync(context),
        });
    }
}
