using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Functions.Input;

/// <summary>
/// What a person or a program posted, the same for JSON, HTML forms and multipart: fields by name, files, and what the headers
/// (or a form's hidden fields) say about it.
/// </summary>
public sealed class PostedInput
{
    private const int MaxKeyBytes = 200;

    private PostedInput(ParsedBody body)
    {
        IsForm = body.IsForm;
        Root = body.Root;
        Fields = new Fields(body.Root);
        Files = body.Files;
        MethodOverride = body.Control("_method")?.ToUpperInvariant();
    }

    /// <summary>True when an HTML form was posted: success answers 303, bad input answers 400 with the form again.</summary>
    public bool IsForm { get; }

    /// <summary>The fields as JSON, always an object; a form's values are all strings.</summary>
    public JsonElement Root { get; }

    public Fields Fields { get; }

    public IReadOnlyList<PostedFile> Files { get; }

    /// <summary>From the header, or a form's hidden field <c>ifMatch</c>; null when neither is there.</summary>
    public IfMatch? IfMatch { get; private init; }

    /// <summary>From the header, or a form's hidden field <c>idempotencyKey</c>; null when neither is there.</summary>
    public string? IdempotencyKey { get; private init; }

    /// <summary>Hash of what was said, the same for the same fields and files however multipart draws its lines; hexadecimal.</summary>
    public required string BodyHash { get; init; }

    /// <summary>A form's hidden field <c>_method</c> in capitals: forms know only GET and POST.</summary>
    public string? MethodOverride { get; }

    /// <summary>Reads the body, once per request, and checks it against the limits of the address.</summary>
    /// <returns>The input, or the problem to answer.</returns>
    public static async Task<Reading> ReadAsync(HttpContext context, InputLimits limits)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(limits);
        if (context.Items[typeof(PostedInput)] is not Reading reading)
        {
            reading = await ReadOnceAsync(context.Request, limits, context.RequestAborted);
            context.Items[typeof(PostedInput)] = reading;
        }

        return reading.Accepted && Excess(reading.Input.Files, limits) is { } problem ? new Reading(problem) : reading;
    }

    private static async Task<Reading> ReadOnceAsync(HttpRequest request, InputLimits limits, CancellationToken cancellation)
    {
        try
        {
            var body = await ParsedBody.ReadAsync(request, limits, cancellation);
            return new Reading(new PostedInput(body)
            {
                BodyHash = body.Hash(),
                IfMatch = ReadIfMatch(request, body),
                IdempotencyKey = ReadKey(request, body),
            });
        }
        catch (InputFaultException fault)
        {
            return new Reading(fault.Problem);
        }
    }

    private static IfMatch? ReadIfMatch(HttpRequest request, ParsedBody body)
    {
        var text = HeaderOrField(request, HeaderNames.IfMatch, body.Control("ifMatch"));
        if (StringValues.IsNullOrEmpty(text))
            return null;
        return IfMatch.Parse(text)
            ?? throw new InputFaultException(Problem.BadInput(ProblemCodes.InvalidIfMatch, "If-Match 应为 ETag 或 *。"));
    }

    private static string? ReadKey(HttpRequest request, ParsedBody body)
    {
        var text = HeaderOrField(request, "Idempotency-Key", body.Control("idempotencyKey"));
        if (StringValues.IsNullOrEmpty(text))
            return null;
        return text.Count == 1 && Encoding.UTF8.GetByteCount(text[0]!) <= MaxKeyBytes
            ? text[0]
            : throw new InputFaultException(
                Problem.BadInput(ProblemCodes.InvalidIdempotencyKey, $"Idempotency-Key 只能有一个，且不超过 {MaxKeyBytes} 字节。"));
    }

    private static StringValues HeaderOrField(HttpRequest request, string header, string? field) =>
        request.Headers.TryGetValue(header, out var text) ? text : new StringValues(field);

    private static Problem? Excess(IReadOnlyList<PostedFile> files, InputLimits limits)
    {
        if (files.Count > limits.Files)
            return Problem.TooLarge(limits.Files == 0 ? "此处不接收文件。" : $"一次最多提交 {limits.Files} 个文件。");
        return files.FirstOrDefault(f => f.Bytes.LongLength > limits.FileBytes) is { } large
            ? Problem.TooLarge($"文件“{large.Name}”超过 {limits.FileBytes / 1024 / 1024} MB。")
            : null;
    }

    /// <summary>Input, or the problem to answer.</summary>
    public sealed class Reading
    {
        internal Reading(PostedInput input) => Input = input;

        internal Reading(Problem problem) => Problem = problem;

        public PostedInput? Input { get; }

        public Problem? Problem { get; }

        [MemberNotNullWhen(true, nameof(Input))]
        [MemberNotNullWhen(false, nameof(Problem))]
        public bool Accepted => Problem is null;
    }
}
