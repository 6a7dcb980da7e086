using Microsoft.AspNetCore.StaticFiles;

namespace Lianxin.LocalHost.Http;

internal static class ContentTypes
{
    private static readonly FileExtensionContentTypeProvider ByName = new();

    /// <returns>The blob's own type, or, where it was uploaded without one, the type of its name; text is UTF-8.</returns>
    public static string Of(string blobName, string? stored)
    {
        if (!string.IsNullOrEmpty(stored) && stored != "application/octet-stream")
        {
            return stored;
        }

        var found = ByName.TryGetContentType(blobName, out var type) ? type : "application/octet-stream";
        return found.StartsWith("text/", StringComparison.Ordinal) ? $"{found}; charset=utf-8" : found;
    }
}
