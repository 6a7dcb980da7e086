using System.Globalization;

namespace Lianxin.Functions.Input;

/// <summary>ETags of single resources: the revision in quotes, for example <c>"7"</c>.</summary>
public static class ETags
{
    public static string Of(long revision) => "\"" + revision.ToString(CultureInfo.InvariantCulture) + "\"";

    public static void Set(HttpResponse response, long revision)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ETag = Of(revision);
    }
}
