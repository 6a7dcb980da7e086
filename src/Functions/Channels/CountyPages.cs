using System.Net;
using System.Net.Sockets;
using Lianxin.Core.Handovers;
using Lianxin.Documents.Handover;

namespace Lianxin.Functions.Channels;

/// <summary>What came of asking the county's portal for a page.</summary>
public abstract record CountyPage
{
    private CountyPage()
    {
    }

    /// <param name="Text">What a reader sees.</param>
    public sealed record Came(string Text) : CountyPage;

    /// <summary>The portal says that there is no such page (404, 410).</summary>
    public sealed record Gone(string Reason) : CountyPage;

    /// <param name="Reason">In Chinese, without addresses.</param>
    public sealed record Failed(string Reason) : CountyPage;
}

/// <summary>The county's portal, to be read from.</summary>
public interface ICountyPages
{
    /// <summary>Ends by itself within <see cref="CountyLimits"/> and throws only when it is cancelled.</summary>
    Task<CountyPage> ReadAsync(Uri address, CancellationToken cancellation);
}

/// <summary>How much of the county is read, and how long; real time, since it waits for the network.</summary>
/// <param name="Bytes">Of the page, unpacked.</param>
/// <param name="Time">For everything, redirects included.</param>
public sealed record CountyLimits(int Bytes, TimeSpan Time)
{
    public static readonly CountyLimits Default = new(2 * 1024 * 1024, TimeSpan.FromSeconds(20));
}

/// <summary>
/// Reads pages of the county's portal. The address is typed by people and this app stands inside the office's network: only named hosts are
/// asked, also after a redirect; names that lead into a private network are not; no cookie, no referrer, no proxy; size and time are bounded
/// after unpacking.
/// </summary>
public sealed class CountyPages : ICountyPages, IDisposable
{
    private const int MostRedirects = 3;
    private const int MostHeaderKilobytes = 32;

    private readonly CountyHosts hosts;
    private readonly CountyLimits limits;
    private readonly HttpClient client;

    public CountyPages(CountyHosts hosts, CountyLimits limits)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        this.hosts = hosts;
        this.limits = limits;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Lianxin-handover-check/1.0");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, text/plain;q=0.5");
    }

    public async Task<CountyPage> ReadAsync(Uri address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Time);
        try
        {
            return await FollowAsync(address, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CountyPage.Failed("县级门户没有按时应答");
        }
        catch (PrivateAddressException)
        {
            return new CountyPage.Failed("网址指向内部网络，不予访问");
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is PrivateAddressException
                ? new CountyPage.Failed("网址指向内部网络，不予访问")
                : new CountyPage.Failed($"连接不上县级门户（{failure.HttpRequestError}）");
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or NotSupportedException or InvalidOperationException)
        {
            return new CountyPage.Failed("县级门户的应答无法读取");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<CountyPage> FollowAsync(Uri address, CancellationToken cancellation)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (!hosts.Allows(address))
            {
                return new CountyPage.Failed(step == 0 ? "网址不属于县级门户" : "县级门户转到了别的网站，不予访问");
            }

            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && answer.Headers.Location is { } location)
            {
                if (!Uri.TryCreate(address, location, out var next))
                {
                    return new CountyPage.Failed("县级门户转到了无效的网址");
                }

                address = next;
                continue;
            }

            return await TextAsync(answer, cancellation);
        }

        return new CountyPage.Failed($"县级门户连续转址超过{MostRedirects}次");
    }

    private async Task<CountyPage> TextAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return new CountyPage.Gone($"县级门户没有这个页面（{(int)answer.StatusCode}）");
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return new CountyPage.Failed($"县级门户应答 {(int)answer.StatusCode}");
        }

        var type = answer.Content.Headers.ContentType;
        if (type?.MediaType is not (null or "text/html" or "application/xhtml+xml" or "text/plain"))
        {
            return new CountyPage.Failed("网址指向的不是网页");
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int got; (got = await body.ReadAsync(piece, cancellation)) > 0;)
        {
            if (read.Length + got > limits.Bytes)
            {
                return new CountyPage.Failed("县级门户的页面太大");
            }

            read.Write(piece, 0, got);
        }

        var text = CountyCharset.Decode(read.ToArray(), type?.CharSet);
        return new CountyPage.Came(type?.MediaType == "text/plain" ? text : VisibleText.Of(text));
    }

    /// <summary>Connects to addresses that were looked at, so that a name cannot lead elsewhere between the look and the call.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var number) ? [number] : await Dns.GetHostAddressesAsync(host, cancellation);
        if (!hosts.IsTrial(new UriBuilder(Uri.UriSchemeHttp, host, port).Uri) && addresses.Any(PrivateNetworks.Holds))
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException : IOException;
}
