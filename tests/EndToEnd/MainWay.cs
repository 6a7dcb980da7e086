using System.Net;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>The shortest lawful way from submission to the public page.</summary>
internal static class MainWay
{
    public static async Task<(string Id, Uri Page)> PublishNewsAsync(RunningSystem system, string title)
    {
        using var clerk = await system.SignInAsync("clerk", "dangzheng");
        var (created, item) = await clerk.PostAsync("/api/items", Bodies.News(title));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, item.ToString());
        var id = item.GetProperty("id").GetString()!;
        await Steps.ReviewAsync(system, id);
        using var anyone = system.Anyone();
        var published = await anyone.UntilAsync($"/api/items/{id}", b => b.GetProperty("status").GetString() == "published");
        return (id, new Uri(published.GetProperty("url").GetString()!));
    }
}
