using System.Net;

namespace Lianxin.EndToEnd.Running;

/// <summary>What the register says, as a supervisor reads it over HTTP.</summary>
internal static class RegisterState
{
    /// <summary>Ids and index numbers of everything published in a year.</summary>
    public static async Task<IReadOnlyList<(string Id, string IndexNumber)>> PublishedAsync(RunningSystem system, int year, string figure = "items-total")
    {
        using var supervisor = await system.SignInAsync("supervisor");
        var rows = new List<(string, string)>();
        string? from = null;
        do
        {
            var (answer, body) = await supervisor.GetAsync($"/api/reports/{year}/figures/{figure}{(from is null ? "" : $"?continuation={from}")}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
            rows.AddRange(body.GetProperty("items").EnumerateArray().Select(r => (r.GetProperty("id").GetString()!, r.GetProperty("indexNumber").GetString()!)));
            from = body.GetProperty("continuation").GetString();
        }
        while (from is not null);

        return rows;
    }

    /// <summary>Id and title of every item that matches a filter, over all pages of the list.</summary>
    public static async Task<IReadOnlyList<(string Id, string Title)>> ListAsync(Caller caller, string filter)
    {
        var rows = new List<(string, string)>();
        string? from = null;
        do
        {
            var (answer, body) = await caller.GetAsync($"/api/items?top=200&{filter}{(from is null ? "" : $"&continuation={Uri.EscapeDataString(from)}")}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
            rows.AddRange(body.GetProperty("items").EnumerateArray().Select(r => (r.GetProperty("id").GetString()!, r.GetProperty("title").GetString()!)));
            from = body.GetProperty("continuation").GetString();
        }
        while (from is not null);

        return rows;
    }
}
