using System.Net.Http.Headers;
using Lianxin.Core.Notices;

namespace Lianxin.Functions.Channels;

/// <summary>
/// Group robots of DingTalk, WeCom and Feishu. Calls go to the robots' own hosts by https and to nobody else, whatever the contacts say, and
/// follow no redirect: the address is typed by people, and this app stands inside the office's network.
/// </summary>
public sealed class RobotChannel(RobotOptions options, DigestText texts, ChannelTimeout timeout, TimeProvider machine) : IChannel, IDisposable
{
    private const int MostAnswerBytes = 64 * 1024;
    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    // No factory and no logging handler: the address is a secret. A short life, so that a changed name is looked up again.
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MostAnswerBytes,
    };

    public bool Serves(NoticeChannel channel) => channel is NoticeChannel.DingTalk or NoticeChannel.WeCom or NoticeChannel.Feishu;

    public async Task<ChannelOutcome> SendAsync(Contact to, Digest digest, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (to is not { Robot: { } robot, Webhook: { } webhook })
            return new ChannelOutcome.Closed("通讯录里没有此人的群机器人");
        if (!IsAllowed(robot, webhook))
            return new ChannelOutcome.Failed("群机器人的地址不是允许的主机，或不是 https", true);
        string? secret = null;
        if (to.Secret.Length > 0 && !options.Secrets.TryGetValue(to.Secret, out secret))
            return new ChannelOutcome.Failed($"没有设置群机器人的加签密钥“{to.Secret}”", true);
        var call = RobotMessages.Of(robot, webhook, texts.Robot(digest, RobotMessages.MostBytes(robot)), secret, machine.GetUtcNow());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout.Limit);
        try
        {
            using var content = new ByteArrayContent(call.Body);
            content.Headers.ContentType = JsonType;
            using var answer = await client.PostAsync(call.Address, content, limit.Token);
            return RobotAnswers.Of(robot, (int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ChannelOutcome.Failed("群机器人没有按时应答", false);
        }
        catch (HttpRequestException failure)
        {
            // Its message may hold the host, never the path; the kind of failure is all that is told.
            return new ChannelOutcome.Failed($"连接不上群机器人（{failure.HttpRequestError}）", false);
        }
    }

    public void Dispose() => client.Dispose();

    private bool IsAllowed(NoticeChannel robot, Uri webhook) =>
        (webhook.Scheme == Uri.UriSchemeHttps && webhook.IsDefaultPort && webhook.Host.Equals(RobotMessages.HostOf(robot), StringComparison.OrdinalIgnoreCase))
        || options.ExtraHosts.Contains(webhook.Host, StringComparer.OrdinalIgnoreCase);
}
