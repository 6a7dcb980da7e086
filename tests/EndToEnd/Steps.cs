using System.Net;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>The steps of others, taken by the demo accounts.</summary>
internal static class Steps
{
    public static async Task ReviewAsync(RunningSystem system, string id)
    {
        using var reviewer = await system.SignInAsync("reviewer");
        var (answer, body) = await reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept, await reviewer.ETagAsync(id));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
    }

    public static async Task AgreeAsync(RunningSystem system, string id)
    {
        for (var which = 0; which < 2; which++)
        {
            using var leader = await system.SignInAsync("leader", which: which);
            var (answer, body) = await leader.PostAsync($"/api/items/{id}/opinions", new { opinion = "agree", comment = "" });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
        }
    }

    public static async Task ApproveAsync(RunningSystem system, string id)
    {
        using var chair = await system.SignInAsync("chair");
        var (answer, body) = await chair.PostAsync($"/api/items/{id}/approval", new { decision = "approve", comment = "同意公开" }, await chair.ETagAsync(id));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
    }
}
