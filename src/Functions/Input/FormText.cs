using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Functions.Input;

/// <summary>The text fields of a form post and the names of its files. The files' bytes are passed over, never kept: whoever sends them is not signed in.</summary>
internal sealed record FormText(IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<KeyValuePair<string, string>> Files)
{
    /// <summary>Null when the form cannot be read.</summary>
    public static async Task<FormText?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return null;
        try
        {
            if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
                return await BoundedBody.ReadAsync(request.Body, InputLimits.TextBytes, cancellation) is { } bytes ? new FormText(UrlEncodedForm.Parse(bytes), []) : null;
            var mark = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
            return mark.Length is > 0 and <= 70 ? await PartsAsync(new MultipartReader(mark, request.Body), cancellation) : null;
        }
        catch (Exception fault) when (fault is InputFaultException or InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    private static async Task<FormText?> PartsAsync(MultipartReader reader, CancellationToken cancellation)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var files = new List<KeyValuePair<string, string>>();
        long text = 0;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
            if (disposition is null || name.Length == 0 || fields.Count + files.Count > InputLimits.FormFields)
                return null;
            if (disposition.IsFileDisposition())
            {
                var file = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                if (file.Length > 0)
                    files.Add(new(name, file[(file.LastIndexOfAny(['/', '\\']) + 1)..]));
                continue;
            }

            if (await BoundedBody.ReadAsync(section.Body, InputLimits.TextBytes - text, cancellation) is not { } bytes)
                return null;
            text += bytes.Length;
            fields.Add(new(name, StrictText.Decode(bytes, "表单")));
        }

        return new FormText(fields, files);
    }
}
