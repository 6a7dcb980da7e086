using System.Globalization;
using System.Net.Sockets;
using Lianxin.Core.Notices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lianxin.Functions.Channels;

/// <summary>
/// Mail by SMTP. The <c>Message-ID</c> follows from the delivery, so that a mail which is sent again, because nobody could know whether
/// the first had arrived, is the same mail to servers that drop duplicates.
/// </summary>
/// <param name="options">Null where no server is set up.</param>
public sealed class MailChannel(MailOptions? options, string agencyName, DigestText texts, ChannelTimeout timeout, TimeProvider machine) : IChannel
{
    public bool Serves(NoticeChannel channel) => channel == NoticeChannel.Mail;

    public async Task<ChannelOutcome> SendAsync(Contact to, Digest digest, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(digest);
        if (options is null)
            return new ChannelOutcome.Closed("没有设置邮件服务器");
        if (to.Mail.Length == 0)
            return new ChannelOutcome.Closed("通讯录里没有此人的邮箱");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout.Limit);
        try
        {
            using var message = Compose(options, to, digest, id);
            using var client = new SmtpClient
            {
                LocalDomain = "lianxin.local",
                // The library's own limit per answer must not come before ours for the whole.
                Timeout = 2 * (int)timeout.Limit.TotalMilliseconds,
            };
            await client.ConnectAsync(options.Host, options.Port, Socket(options.Security), limit.Token);
            if (options.User.Length > 0)
                await client.AuthenticateAsync(options.User, options.Password, limit.Token);
            await client.SendAsync(message, limit.Token);
            await SayGoodbyeAsync(client, limit.Token);
            return new ChannelOutcome.Taken();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ChannelOutcome.Failed("邮件服务器没有按时应答", false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return OutcomeOf(failure);
        }
    }

    /// <summary>The server took the mail with its answer to DATA; what goes wrong afterwards must not send it again.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(true, cancellation);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or OperationCanceledException or TimeoutException)
        {
            // The connection ends with the client.
        }
    }

    /// <summary>
    /// An answer of 5xx to the address or the content stays what it is; a refused sign-in is a setting that somebody will mend, and everything
    /// else may pass. Server texts are left out of the reason: some repeat the addresses.
    /// </summary>
    private static ChannelOutcome.Failed OutcomeOf(Exception failure) => failure switch
    {
        AuthenticationException => new("邮件服务器不接受所设置的账号或密码", false),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => Refused("收件人", refused),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused => Refused("发件人", refused),
        SmtpCommandException refused => Refused("邮件", refused),
        SslHandshakeException => new("与邮件服务器的加密连接没有建立", false),
        NotSupportedException => new("邮件服务器不支持所设置的加密或登录方式", false),
        SocketException or IOException or ProtocolException or TimeoutException => new("连接不上邮件服务器，或连接中断", false),
        _ => new($"邮件没有发出（{failure.GetType().Name}）", false),
    };

    private static ChannelOutcome.Failed Refused(string what, SmtpCommandException refused) =>
        new(string.Create(CultureInfo.InvariantCulture, $"邮件服务器拒绝了{what}（{(int)refused.StatusCode}）"), (int)refused.StatusCode >= 500);

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.Starttls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Names and subject are one line each (<see cref="Digest"/>) and are encoded by the library; addresses are data of the checked file.</summary>
    private MimeMessage Compose(MailOptions server, Contact to, Digest digest, string id)
    {
        var message = new MimeMessage
        {
            Subject = digest.Subject,
            Date = Core.Calendar.ChinaTime.At(machine.GetUtcNow()),
            MessageId = $"{id}@{server.From[(server.From.LastIndexOf('@') + 1)..]}",
            Body = new BodyBuilder { TextBody = texts.Plain(digest), HtmlBody = texts.Page(digest) }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(agencyName, server.From));
        message.To.Add(new MailboxAddress(digest.Name, to.Mail));
        // Holiday notices and receipts of the other side are for people, not for this app (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}
