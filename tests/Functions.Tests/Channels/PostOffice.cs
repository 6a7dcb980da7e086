using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lianxin.Functions.Tests.Channels;

/// <summary>
/// A mail server on loopback that knows EHLO, MAIL, RCPT, DATA, RSET and QUIT, and answers any of them as the test says. It takes plain
/// connections one after the other.
/// </summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;

    public PostOffice()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Answers that differ from the usual ones, by the first word of the command; <c>data-end</c> is the dot. Null: silence.</summary>
    public Dictionary<string, string?> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Commands as they came.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Mails that were taken, with their headers, as they came.</summary>
    public List<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
            return;
        await closing.CancelAsync();
        listener.Stop();
        try
        {
            await serving;
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Closed in the middle of a call.
        }
        finally
        {
            listener.Dispose();
        }
    }

    private async Task ServeAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(closing.Token);
            try
            {
                await using var stream = client.GetStream();
                await TalkAsync(new StreamReader(stream, Encoding.UTF8), new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true });
            }
            catch (IOException)
            {
                // The client hung up.
            }
        }
    }

    private async Task TalkAsync(StreamReader from, StreamWriter to)
    {
        if (!await AnswerAsync(to, "greeting", "220 ready"))
            return;
        while (await from.ReadLineAsync(closing.Token) is { } line)
        {
            Commands.Add(line);
            var word = line.Split(' ')[0];
            var usual = word.ToUpperInvariant() switch { "EHLO" => "250-here\r\n250 8BITMIME", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" };
            if (!await AnswerAsync(to, word, usual))
                return;
            if (word.Equals("QUIT", StringComparison.OrdinalIgnoreCase))
                return;
            if (word.Equals("DATA", StringComparison.OrdinalIgnoreCase) && !Answers.ContainsKey("DATA"))
            {
                var mail = new StringBuilder();
                while (await from.ReadLineAsync(closing.Token) is { } text && text != ".")
                    mail.Append(text).Append('\n');
                if (!Answers.ContainsKey("data-end"))
                    Mails.Add(mail.ToString());
                if (!await AnswerAsync(to, "data-end", "250 taken"))
                    return;
            }
        }
    }

    /// <summary>False when the connection ends here.</summary>
    private async Task<bool> AnswerAsync(StreamWriter to, string word, string usual)
    {
        var answer = Answers.GetValueOrDefault(word, usual);
        if (answer is null)
            await Task.Delay(Timeout.Infinite, closing.Token);
        if (answer == "hang up")
            return false;
        await to.WriteLineAsync(answer);
        return true;
    }
}
