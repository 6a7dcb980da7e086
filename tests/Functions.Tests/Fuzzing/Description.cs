using System.Text.Json;
using System.Text.Json.Nodes;
using Lianxin.Functions.Tests.Access;
using Repository = Lianxin.Functions.Tests.Hosting.Repository;

namespace Lianxin.Functions.Tests.Fuzzing;

/// <summary>The served description of the contract, as a source of queries and bodies.</summary>
internal static class Description
{
    private const int Deepest = 6;

    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "src/Functions/Data/openapi.json"))).RootElement;

    /// <summary>Names of the parameters of a route that stand in its query.</summary>
    public static IReadOnlyList<string> QueryOf(Route route) =>
        Call(route) is { } call && call.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(Follow).Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!)]
            : [];

    /// <summary>A body in the described form, with made-up values; null where none is described.</summary>
    public static JsonNode? BodyOf(Route route, Random random) =>
        Call(route) is { } call && call.TryGetProperty("requestBody", out var body) && Follow(body).TryGetProperty("content", out var content)
            && content.EnumerateObject().First().Value.TryGetProperty("schema", out var schema)
            ? Value(schema, random, 0)
            : null;

    private static JsonElement? Call(Route route) =>
        Root.GetProperty("paths").TryGetProperty(route.Template, out var path) && path.TryGetProperty(route.Method.ToLowerInvariant(), out var call) ? call : null;

    private static JsonElement Follow(JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
            element = reference.GetString()![2..].Split('/').Aggregate(Root, (at, name) => at.GetProperty(name));
        return element;
    }

    private static JsonNode? Value(JsonElement schema, Random random, int depth)
    {
        schema = Follow(schema);
        if (schema.TryGetProperty("enum", out var choices))
            return Pick(choices, random);
        if (schema.TryGetProperty("properties", out var properties))
        {
            var made = new JsonObject();
            foreach (var property in properties.EnumerateObject().Where(_ => depth < Deepest && random.Next(5) > 0))
                made[property.Name] = Value(property.Value, random, depth + 1);
            return made;
        }

        return TypeOf(schema) switch
        {
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => schema.TryGetProperty("items", out var items) && depth < Deepest ? Value(items, random, depth + 1) : null)]),
            "boolean" => random.Next(2) == 0,
            "integer" or "number" => random.Next(-3, 3000),
            "object" => new JsonObject { ["name"] = "示例" },
            _ => Text(schema, random),
        };
    }

    private static JsonNode Text(JsonElement schema, Random random) => schema.TryGetProperty("format", out var format) && format.GetString() == "date"
        ? $"2026-0{random.Next(1, 10)}-1{random.Next(10)}"
        : new[] { "01-03", "dangzheng", "示例文字", "2026-Q1", "2026-03-01", "accept", "admin" }[random.Next(7)];

    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type[0].GetString() : type.GetString();

    private static JsonNode? Pick(JsonElement choices, Random random) => JsonNode.Parse(choices[random.Next(choices.GetArrayLength())].GetRawText());
}
