using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>A caller who tries again as long as the server is at fault, as the contract allows with the same key.</summary>
internal static class Insist
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<JsonElement> OnAsync(HttpStatusCode wanted, Func<Task<(HttpResponseMessage Answer, JsonElement Body)>> call)
    {
        var watch = Stopwatch.StartNew();
        var faults = new List<string>();
        while (watch.Elapsed < Patience)
        {
            var (got, fault) = await TryAsync(call);
            if (got is { } answered && (int)answered.Answer.StatusCode < 500)
            {
                answered.Answer.StatusCode.ShouldBe(wanted, answered.Body.ToString());
                return answered.Body;
            }

            faults.Add($"{watch.Elapsed.TotalSeconds:0.0} s: {(got is { } failed ? $"{failed.Answer.StatusCode} {failed.Body}" : fault)}");
            await Task.Delay(100);
        }

        throw new TimeoutException($"no answer in {Patience}:\n{string.Join('\n', faults.TakeLast(20))}");
    }

    /// <summary>Reviews an item; a review that went through without an answer is found by looking.</summary>
    public static async Task OnReviewAsync(Caller reviewer, string id)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            var (seen, _) = await TryAsync(() => reviewer.GetAsync($"/api/items/{id}"));
            if (seen is { Answer.StatusCode: HttpStatusCode.OK } there)
            {
                if (there.Body.GetProperty("status").GetString() != "submitted")
                {
                    return;
                }

                var (done, _) = await TryAsync(() => reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept, there.Answer.Headers.ETag!.ToString()));
                if (done is { Answer.StatusCode: HttpStatusCode.OK })
                {
                    return;
                }
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{id} could not be reviewed");
    }

    private static async Task<((HttpResponseMessage Answer, JsonElement Body)? Got, string Fault)> TryAsync(Func<Task<(HttpResponseMessage Answer, JsonElement Body)>> call)
    {
        try
        {
            return (await call(), "");
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, $"{broken.Message} {broken.InnerException?.Message}");
        }
    }
}
