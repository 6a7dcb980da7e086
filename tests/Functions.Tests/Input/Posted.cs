using System.Net.Http.Headers;
using System.Text;
using Lianxin.Functions.Input;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Functions.Tests.Input;

/// <summary>Makes posts and reads them, without a server.</summary>
internal static class Posted
{
    public static readonly InputLimits Files = new(3, 1000);

    public static Task<PostedInput.Reading> JsonAsync(string json, params (string Name, string Value)[] headers) =>
        BytesAsync(Encoding.UTF8.GetBytes(json), "application/json", headers: headers);

    public static Task<PostedInput.Reading> FormAsync(string body, params (string Name, string Value)[] headers) =>
        BytesAsync(Encoding.Latin1.GetBytes(body), "application/x-www-form-urlencoded", headers: headers);

    public static async Task<PostedInput.Reading> MultipartAsync(InputLimits limits, params HttpContent[] parts)
    {
        using var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var part in parts)
            form.Add(part);
        return await BytesAsync(await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString(), limits);
    }

    public static HttpContent Field(string name, string value) => Part(new StringContent(value, Encoding.UTF8), name, null, null);

    public static HttpContent File(string field, string name, byte[] bytes, string type = "text/plain") =>
        Part(new ByteArrayContent(bytes), field, name, type);

    public static HttpContent Json(string field, string json) => Part(new ByteArrayContent(Encoding.UTF8.GetBytes(json)), field, null, "application/json");

    public static Task<PostedInput.Reading> BytesAsync(
        byte[] body, string? type, InputLimits? limits = null, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentType = type;
        foreach (var (name, value) in headers)
            context.Request.Headers.Append(name, value);
        return PostedInput.ReadAsync(context, limits ?? InputLimits.TextOnly);
    }

    public static string Refused(PostedInput.Reading reading, int status)
    {
        reading.Accepted.ShouldBeFalse();
        reading.Problem!.Status.ShouldBe(status);
        return reading.Problem.Code;
    }

    private static ByteArrayContent Part(ByteArrayContent content, string name, string? file, string? type)
    {
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        content.Headers.TryAddWithoutValidation(
            "Content-Disposition", file is null ? $"form-data; name=\"{name}\"" : $"form-data; name=\"{name}\"; filename=\"{file}\"");
        return content;
    }
}
