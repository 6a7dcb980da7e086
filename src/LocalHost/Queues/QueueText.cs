using System.Text;

namespace Lianxin.LocalHost.Queues;

internal static class QueueText
{
    /// <returns>The message's text, or null when the queue speaks base64 and the body is not.</returns>
    public static string? Decode(string body, bool base64)
    {
        if (!base64)
        {
            return body;
        }

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(body));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
