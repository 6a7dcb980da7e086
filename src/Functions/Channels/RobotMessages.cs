using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lianxin.Core.Notices;

namespace Lianxin.Functions.Channels;

/// <summary>A call to a group robot.</summary>
public sealed record RobotCall(Uri Address, byte[] Body);

/// <summary>
/// What each robot wants to hear, by its maker's public documentation:
/// DingTalk 钉钉 «自定义机器人接入» and «自定义机器人安全设置» (open.dingtalk.com/document/robots/customize-robot-security-settings),
/// WeCom 企业微信 «群机器人配置说明» (developer.work.weixin.qq.com/document/path/91770),
/// Feishu 飞书 «自定义机器人使用指南» (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot).
/// </summary>
public static class RobotMessages
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Bytes of text that the robot takes. WeCom: 2,048 bytes of content. DingTalk: 20,000 bytes and Feishu: 20 KB for the whole message, of
    /// which a part is left for its frame.
    /// </summary>
    public static int MostBytes(NoticeChannel robot) => robot == NoticeChannel.WeCom ? 2048 : 18_000;

    /// <summary>The host of each robot's address.</summary>
    public static string HostOf(NoticeChannel robot) => robot switch
    {
        NoticeChannel.DingTalk => "oapi.dingtalk.com",
        NoticeChannel.WeCom => "qyapi.weixin.qq.com",
        _ => "open.feishu.cn",
    };

    /// <param name="secret">Null where the robot asks for no signature; WeCom knows none.</param>
    /// <param name="now">Machine instant: signatures are good for an hour.</param>
    public static RobotCall Of(NoticeChannel robot, Uri webhook, string text, string? secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return robot switch
        {
            NoticeChannel.DingTalk => new RobotCall(secret is null ? webhook : DingTalkSigned(webhook, secret, now), TypedText(text)),
            NoticeChannel.WeCom => new RobotCall(webhook, TypedText(text)),
            _ => new RobotCall(webhook, FeishuText(text, secret, now)),
        };
    }

    /// <summary>DingTalk: key is the secret, signed are <c>timestamp\nsecret</c>; milliseconds; both go into the query.</summary>
    private static Uri DingTalkSigned(Uri webhook, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        var builder = new UriBuilder(webhook);
        builder.Query = $"{builder.Query.TrimStart('?')}&timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}".TrimStart('&');
        return builder.Uri;
    }

    /// <summary>DingTalk and WeCom share the form of a text message.</summary>
    private static byte[] TypedText(string text) => Json(json =>
    {
        json.WriteString("msgtype", "text");
        json.WriteStartObject("text");
        json.WriteString("content", text);
        json.WriteEndObject();
    });

    /// <summary>Feishu: key is <c>timestamp\nsecret</c>, signed is nothing; seconds; both go into the body.</summary>
    private static byte[] FeishuText(string text, string? secret, DateTimeOffset now) => Json(json =>
    {
        if (secret is not null)
        {
            var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            json.WriteString("timestamp", timestamp);
            json.WriteString("sign", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), Array.Empty<byte>())));
        }

        json.WriteString("msg_type", "text");
        json.WriteStartObject("content");
        json.WriteString("text", text);
        json.WriteEndObject();
    });

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
