using System.Globalization;
using System.Text.Json.Serialization;
using Lianxin.Core.Privacy;

namespace Lianxin.Functions.Input;

/// <summary>The problem as it goes over the wire.</summary>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors,
    IReadOnlyList<FindingBody>? Findings);

/// <summary>A finding as the contract names it: masked, and without the place in the text that only pages need.</summary>
internal sealed record FindingBody(string Kind, string Place, string Excerpt, string Rule)
{
    public static FindingBody Of(PersonalDataFinding finding) => new(finding.Kind, finding.Place, finding.Excerpt, finding.Rule);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJson : JsonSerializerContext;

public sealed partial record Problem
{
    public const string MediaType = "application/problem+json";

    /// <summary>Writes the problem: as JSON, or as a short page to a browser that asked for one.</summary>
    public Task WriteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        if (ProblemPage.IsWantedBy(context.Request))
            return Responses.HtmlAsync(context, ProblemPage.Render(this), Status);
        var body = new ProblemBody(
            Type, Title, Status, Detail, Code, Errors.Count > 0 ? Errors : null, Findings.Count > 0 ? [.. Findings.Select(FindingBody.Of)] : null);
        return Responses.JsonAsync(context, body, ProblemJson.Default.ProblemBody, Status, MediaType);
    }
}
