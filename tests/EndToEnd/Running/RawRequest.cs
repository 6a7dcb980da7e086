using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Lianxin.EndToEnd.Running;

/// <summary>A request sent byte by byte, which no HTTP client has tidied first.</summary>
internal static class RawRequest
{
    /// <returns>The status of the answer and its text; 0 when the connection was closed without one.</returns>
    public static async Task<(int Status, string Text)> SendAsync(Uri address, string method, string target, string headers = "", string body = "")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var stream = connection.GetStream();
        var length = body.Length > 0 || method is "POST" or "PUT" ? $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n" : "";
        var text = $"{method} {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{length}{headers}\r\n{body}";
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), patience.Token);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Closed in the middle of a request that was refused early; what was answered by then counts.
        }

        var said = Encoding.UTF8.GetString(answer.ToArray());
        return said.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? (int.Parse(said.AsSpan(9, 3), CultureInfo.InvariantCulture), said) : (0, said);
    }
}
