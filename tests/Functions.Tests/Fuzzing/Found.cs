using System.Text.Json;
using Lianxin.Functions.Tests.Access;

namespace Lianxin.Functions.Tests.Fuzzing;

/// <summary>Ids that the walk has come by, by the kind of thing, in the order in which they came.</summary>
internal sealed class Found
{
    private readonly Dictionary<string, List<string>> ids = new(StringComparer.Ordinal);

    /// <summary>A late one more often than an early one: what is new can still be changed.</summary>
    public string Pick(Random random, string kind) =>
        ids.TryGetValue(kind, out var known) ? known[Math.Max(random.Next(known.Count), random.Next(known.Count))] : "ligang-2026-00000000";

    /// <summary>Takes note of what an accepted call made.</summary>
    public void Learn(Route route, string answer)
    {
        if (route.Method != "POST" || !answer.StartsWith('{'))
            return;
        var root = JsonDocument.Parse(answer).RootElement;
        if (root.TryGetProperty("receiptCode", out _))
            Add("feedback", root.GetProperty("id"));
        else if (route.Places.Any() is false && root.TryGetProperty("id", out var id))
            Add(route.Template.Split('/')[2], id);
        if (root.TryGetProperty("screening", out var screening) && screening.ValueKind == JsonValueKind.Object && screening.GetProperty("caseId") is { ValueKind: JsonValueKind.String } opened)
            Add("cases", opened);
        if (root.TryGetProperty("job", out var job) && job.ValueKind == JsonValueKind.String)
            Add("jobs", JsonSerializer.SerializeToElement(job.GetString()!.Split('/')[^1]));
    }

    private void Add(string kind, JsonElement id)
    {
        if (!ids.TryGetValue(kind, out var known))
            ids[kind] = known = [];
        known.Add(id.GetString()!);
    }
}
