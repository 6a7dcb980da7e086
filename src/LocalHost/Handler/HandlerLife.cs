using System.Diagnostics;
using System.Net;
using System.Text;

namespace Lianxin.LocalHost.Handler;

/// <summary>One run of the handler process, with its own port and its own connections.</summary>
internal sealed class HandlerLife : IDisposable
{
    private readonly Process _process;

    public HandlerLife(Process process, int port)
    {
        _process = process;
        Port = port;
        Exited = process.WaitForExitAsync();
        Client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // Header bytes pass as they came, whatever their encoding.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        });
    }

    public int Port { get; }

    public int ProcessId => _process.Id;

    public HttpMessageInvoker Client { get; }

    /// <summary>Ends with the process.</summary>
    public Task Exited { get; }

    /// <summary>Only after <see cref="Exited"/>.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>This host ended it on purpose: a functionTimeout, or the end of everything.</summary>
    public bool WasPlanned { get; private set; }

    /// <summary>As the real host: no warning, no grace.</summary>
    public void Kill(bool planned)
    {
        WasPlanned |= planned;
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It was gone already.
        }
    }

    /// <summary>The real host's probe: any answer at all means ready.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var probe = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Port}/");
            using var answer = await Client.SendAsync(probe, cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Dispose();
    }
}
