using Lianxin.Functions.Channels;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Lianxin.Functions.Tests.Channels;

public sealed class MailChannelTests : IAsyncLifetime
{
    private readonly PostOffice post = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => post.DisposeAsync();

    [Fact]
    public async Task A_notice_arrives_with_Chinese_subject_and_both_bodies()
    {
        (await SendAsync()).ShouldBeOfType<ChannelOutcome.Taken>();
        var mail = Read(post.Mails.Single());
        mail.Subject.ShouldBe("公开期限提醒：黄牌1项（4月21日）");
        mail.To.Mailboxes.Single().ShouldBe(new MailboxAddress("示例经办人", "clerk@town.example"));
        mail.From.Mailboxes.Single().ShouldBe(new MailboxAddress("立岗镇人民政府", "lianxin@town.example"));
        mail.MessageId.ShouldBe("ligang-2026-04-21-c-1-ladder-mail@town.example");
        mail.Date.ShouldBe(new DateTimeOffset(2026, 4, 21, 9, 0, 0, TimeSpan.FromHours(8)));
        mail.TextBody!.ShouldContain("财政预算（财政所）：2026年第一季度没有公开。期限2026年4月21日，今天到期。");
        mail.HtmlBody!.ShouldContain("<li>财政预算（财政所）：");
        post.Mails.Single().ShouldAllBe(c => c < 128, "servers without 8BITMIME must take it too");
    }

    [Fact]
    public async Task No_name_and_no_text_adds_a_header_or_a_recipient()
    {
        (await SendAsync(Sample.Digest("甲\r\nBcc: thief@evil.example", "没有公开\r\n.\r\nRCPT TO:<thief@evil.example>"))).ShouldBeOfType<ChannelOutcome.Taken>();
        post.Commands.Count(c => c.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
        var mail = Read(post.Mails.Single());
        mail.Headers.Select(h => h.Field).ShouldNotContain("Bcc");
        mail.To.Mailboxes.Single().Address.ShouldBe("clerk@town.example");
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 busy", "邮件服务器拒绝了收件人（450）", false)]
    [InlineData("RCPT", "550 5.1.1 no such user clerk@town.example", "邮件服务器拒绝了收件人（550）", true)]
    [InlineData("MAIL", "553 5.7.1 not you", "邮件服务器拒绝了发件人（553）", true)]
    [InlineData("data-end", "451 4.3.0 later", "邮件服务器拒绝了邮件（451）", false)]
    [InlineData("data-end", "554 5.7.1 spam", "邮件服务器拒绝了邮件（554）", true)]
    [InlineData("greeting", "421 too busy", null, false)]
    [InlineData("greeting", "hang up", "连接不上邮件服务器，或连接中断", false)]
    [InlineData("data-end", "hang up", "连接不上邮件服务器，或连接中断", false)]
    [InlineData("greeting", "SSH-2.0-OpenSSH", "连接不上邮件服务器，或连接中断", false)]
    public async Task A_refusal_tells_its_code_no_address_and_whether_trying_again_is_of_use(string at, string answer, string? reason, bool forGood)
    {
        post.Answers[at] = answer;
        var failed = (await SendAsync()).ShouldBeOfType<ChannelOutcome.Failed>();
        failed.ForGood.ShouldBe(forGood);
        failed.Reason.ShouldNotContain("@");
        if (reason is not null)
            failed.Reason.ShouldBe(reason);
        post.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("RCPT")]
    [InlineData("data-end")]
    public async Task A_server_that_falls_silent_is_left_after_the_time_limit(string at)
    {
        post.Answers[at] = null;
        (await SendAsync()).ShouldBe(new ChannelOutcome.Failed("邮件服务器没有按时应答", false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("hang up")]
    [InlineData("500 what")]
    public async Task What_goes_wrong_after_the_server_took_the_mail_does_not_send_it_again(string? answer)
    {
        post.Answers["QUIT"] = answer;
        (await SendAsync()).ShouldBeOfType<ChannelOutcome.Taken>();
    }

    [Fact]
    public async Task The_host_s_shutdown_is_no_failure_of_the_mail()
    {
        post.Answers["greeting"] = null;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(Channel(TimeSpan.FromSeconds(30)).SendAsync(Sample.Person(), Sample.Digest(), "id", stop.Token));
    }

    [Fact]
    public async Task Where_TLS_is_asked_for_no_mail_goes_out_without_it()
    {
        (await Channel(TimeSpan.FromSeconds(5), MailSecurity.Starttls).SendAsync(Sample.Person(), Sample.Digest(), "id", Cancellation))
            .ShouldBe(new ChannelOutcome.Failed("邮件服务器不支持所设置的加密或登录方式", false));
        post.Commands.ShouldNotContain(c => c.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_a_server_the_notice_stays_on_the_desk()
    {
        var channel = new MailChannel(null, "立岗镇人民政府", Sample.Texts, ChannelTimeout.Default, TimeProvider.System);
        (await channel.SendAsync(Sample.Person(), Sample.Digest(), "id", Cancellation)).ShouldBe(new ChannelOutcome.Closed("没有设置邮件服务器"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_may_come_back()
    {
        await post.DisposeAsync();
        (await SendAsync()).ShouldBe(new ChannelOutcome.Failed("连接不上邮件服务器，或连接中断", false));
    }

    private Task<ChannelOutcome> SendAsync(Core.Notices.Digest? digest = null) =>
        Channel(TimeSpan.FromSeconds(2)).SendAsync(Sample.Person(), digest ?? Sample.Digest(), "ligang-2026-04-21-c-1-ladder-mail", Cancellation);

    private MailChannel Channel(TimeSpan limit, MailSecurity security = MailSecurity.None) => new(
        new MailOptions("127.0.0.1", post.Port, "lianxin@town.example", "", "", security),
        "立岗镇人民政府",
        Sample.Texts,
        new ChannelTimeout(limit),
        new FakeTimeProvider(new DateTimeOffset(2026, 4, 21, 1, 0, 0, TimeSpan.Zero)));

    private static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(mail)));
}
