using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Demo;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/demo/clock</c>: the time machine. Outside demo mode there is nothing at this address.</summary>
public sealed class Demo(DemoClock clock, QuartersDesk desk, BusinessClock business, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ReadDemoClock, context => options.DemoMode ? AnswerAsync(context) : Problem.NotFound().WriteAsync(context));
        app.Receive(Permissions.SetDemoClock, InputLimits.TextOnly, MoveAsync);
    }

    private async Task MoveAsync(HttpContext context, PostedInput posted)
    {
        if (!options.DemoMode)
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        // What has begun is finished even when the caller leaves: half a day done is worse than a day.
        var now = posted.Fields.Text("now");
        if ((posted.Fields.Refusal ?? await clock.MoveAsync(now, CancellationToken.None)) is { } refused)
        {
            await (posted.IsForm ? desk.AgainAsync(context, posted, DeskForm.Clock, null, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        if (posted.IsForm)
        {
            await Responses.SeeOther(context, QuartersDesk.Path);
            return;
        }

        await AnswerAsync(context);
    }

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Responses.JsonAsync(context, new ClockAnswer(business.Now), ApiJson.Default.ClockAnswer);
    }
}
