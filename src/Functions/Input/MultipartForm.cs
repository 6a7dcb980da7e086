using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Functions.Input;

/// <summary>
/// Reads <c>multipart/form-data</c>: text fields, files, and the part <c>item</c>, which is a JSON document in its own right.
/// </summary>
internal sealed class MultipartForm
{
    /// <summary>The part that counts as the JSON body (api.md, <c>POST /api/items</c>).</summary>
    private const string JsonPart = "item";

    private const int MaxFiles = 50;

    private long text;

    public List<KeyValuePair<string, string>> Fields { get; } = [];

    public List<PostedFile> Files { get; } = [];

    public byte[]? Json { get; private set; }

    public static async Task<MultipartForm> ReadAsync(Stream body, string? boundary, CancellationToken cancellation)
    {
        var mark = HeaderUtilities.RemoveQuotes(boundary).ToString();
        if (mark.Length is 0 or > 70)
            throw InputFaultException.Form("multipart 内容缺少分隔标记。");
        var form = new MultipartForm();
        try
        {
            var reader = new MultipartReader(mark, body);
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
                await form.TakeAsync(section, cancellation);
        }
        catch (InvalidDataException)
        {
            throw InputFaultException.Form("multipart 内容不完整或格式有误。");
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            throw InputFaultException.Form("multipart 内容不完整或格式有误。");
        }

        return form;
    }

    private async Task TakeAsync(MultipartSection section, CancellationToken cancellation)
    {
        var disposition = section.GetContentDispositionHeader();
        var field = Unquoted(disposition?.Name ?? default);
        if (disposition is null || field.Length == 0)
            throw InputFaultException.Form("multipart 的一个部分没有字段名。");
        var type = MediaTypeHeaderValue.TryParse(section.ContentType, out var parsed) ? parsed : null;
        if (field == JsonPart && type?.MediaType.Value is "application/json" or "text/json")
            Json = await TextAsync(section, type, cancellation);
        else if (disposition.IsFileDisposition())
            await TakeFileAsync(section, disposition, field, cancellation);
        else
            await TakeFieldAsync(section, type, field, cancellation);
    }

    private async Task TakeFieldAsync(MultipartSection section, MediaTypeHeaderValue? type, string field, CancellationToken cancellation)
    {
        if (Fields.Count == InputLimits.FormFields)
            throw InputFaultException.TooLarge("表单字段的数量");
        var bytes = await TextAsync(section, type, cancellation);
        // curl -F 'item={…}' names no type.
        if (field == JsonPart && bytes.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            Json = bytes;
        else
            Fields.Add(new(field, StrictText.Decode(bytes, "表单")));
    }

    private async Task<byte[]> TextAsync(MultipartSection section, MediaTypeHeaderValue? type, CancellationToken cancellation)
    {
        StrictText.RequireUtf8(type?.Charset.Value, "表单");
        var bytes = await BoundedBody.ReadAsync(section.Body, InputLimits.TextBytes - text, cancellation)
            ?? throw InputFaultException.TooLarge("表单的文字");
        text += bytes.Length;
        return bytes;
    }

    private async Task TakeFileAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, string field, CancellationToken cancellation)
    {
        // The whole request is bounded by the server, and each file once more by the address that takes it.
        var bytes = await BoundedBody.ReadAsync(section.Body, long.MaxValue, cancellation);
        var name = Unquoted(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName);
        // A browser sends an empty part for a file field that was left alone.
        if (bytes is null || (name.Length == 0 && bytes.Length == 0))
            return;
        if (Files.Count == MaxFiles)
            throw InputFaultException.TooLarge("文件的数量");
        Files.Add(new PostedFile(field, BareName(name), section.ContentType ?? "application/octet-stream", bytes));
    }

    private static string BareName(string name)
    {
        if (name.Contains('\uFFFD', StringComparison.Ordinal))
            throw InputFaultException.Encoding("文件名");
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(bare.Where(c => !char.IsControl(c))).Trim();
    }

    private static string Unquoted(Microsoft.Extensions.Primitives.StringSegment text) =>
        HeaderUtilities.RemoveQuotes(text).ToString();
}
