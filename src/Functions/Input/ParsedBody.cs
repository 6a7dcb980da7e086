using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Functions.Input;

/// <summary>A request body in one shape, whatever it was written in.</summary>
/// <param name="Controls">Hidden fields of a form that speak about the request, not about the matter.</param>
internal sealed record ParsedBody(
    bool IsForm, JsonElement Root, IReadOnlyList<PostedFile> Files, IReadOnlyList<KeyValuePair<string, string>> Controls)
{
    private static readonly string[] ControlNames = ["_method", "ifMatch", "idempotencyKey"];

    private static readonly JsonElement Nothing = StrictJson.Parse("{}"u8.ToArray());

    public static async Task<ParsedBody> ReadAsync(HttpRequest request, InputLimits limits, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return await EmptyAsync(request, cancellation);
        var media = type.MediaType.Value ?? "";
        if (limits.RawMediaTypes.Contains(media, StringComparer.OrdinalIgnoreCase))
            return await RawAsync(request, limits, media, cancellation);
        if (media.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await MultipartAsync(request, type, cancellation);
        var isForm = media.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        if (!isForm && !IsJson(type))
            throw new InputFaultException(Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        StrictText.RequireUtf8(type.Charset.Value, "请求正文");
        var bytes = await BoundedBody.ReadAsync(request.Body, InputLimits.TextBytes, cancellation)
            ?? throw InputFaultException.TooLarge("请求正文");
        if (isForm)
            return OfForm(UrlEncodedForm.Parse(bytes), []);
        return new ParsedBody(false, bytes.Length == 0 ? Nothing : StrictJson.Parse(bytes), [], []);
    }

    public string? Control(string name) => Controls.LastOrDefault(c => c.Key == name).Value;

    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(Root.GetRawText()));
        foreach (var file in Files)
        {
            Append(hash, Encoding.UTF8.GetBytes(file.Field));
            Append(hash, Encoding.UTF8.GetBytes(file.Name));
            Append(hash, file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>With its length before it, so that no two different sequences run together into the same bytes.</summary>
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.LongLength);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Some steps say nothing but their address; only a body needs a type.</summary>
    private static async Task<ParsedBody> EmptyAsync(HttpRequest request, CancellationToken cancellation) =>
        await BoundedBody.ReadAsync(request.Body, 0, cancellation) is not null
            ? new ParsedBody(false, Nothing, [], [])
            : throw new InputFaultException(Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType));

    private static async Task<ParsedBody> RawAsync(HttpRequest request, InputLimits limits, string media, CancellationToken cancellation)
    {
        var bytes = await BoundedBody.ReadAsync(request.Body, limits.FileBytes, cancellation)
            ?? throw InputFaultException.TooLarge("文件");
        return new ParsedBody(false, Nothing, [new PostedFile("file", "", media, bytes)], []);
    }

    private static async Task<ParsedBody> MultipartAsync(HttpRequest request, MediaTypeHeaderValue type, CancellationToken cancellation)
    {
        var form = await MultipartForm.ReadAsync(request.Body, type.Boundary.Value, cancellation);
        var body = OfForm(form.Fields, form.Files);
        return form.Json is null ? body : body with { IsForm = false, Root = StrictJson.Parse(form.Json) };
    }

    private static ParsedBody OfForm(List<KeyValuePair<string, string>> fields, IReadOnlyList<PostedFile> files)
    {
        var controls = fields.ToLookup(f => ControlNames.Contains(f.Key, StringComparer.Ordinal));
        return new ParsedBody(true, FormTree.ToJson(controls[false]), files, [.. controls[true]]);
    }
}
