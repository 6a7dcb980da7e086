using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Notices;

namespace Lianxin.Functions.Channels;

/// <summary>What a robot's answer means: robots say 200 also to what they refuse, and the body's code says the truth.</summary>
public static class RobotAnswers
{
    /// <summary>Codes that stay what they are until somebody changes robot or contacts, by the makers' documentation of errors.</summary>
    private static readonly Dictionary<(NoticeChannel Robot, long Code), string> ForGood = new()
    {
        [(NoticeChannel.DingTalk, 300001)] = "机器人地址无效",
        [(NoticeChannel.DingTalk, 310000)] = "签名、关键词或来源地址不符合机器人的安全设置",
        [(NoticeChannel.DingTalk, 400101)] = "机器人地址无效",
        [(NoticeChannel.DingTalk, 400102)] = "机器人已停用",
        [(NoticeChannel.DingTalk, 400013)] = "群已解散",
        [(NoticeChannel.WeCom, 93000)] = "机器人地址无效",
        [(NoticeChannel.WeCom, 93008)] = "机器人不在群里",
        [(NoticeChannel.Feishu, 19001)] = "机器人地址无效",
        [(NoticeChannel.Feishu, 19021)] = "签名不符合机器人的安全设置",
        [(NoticeChannel.Feishu, 19022)] = "来源地址不符合机器人的安全设置",
        [(NoticeChannel.Feishu, 19024)] = "关键词不符合机器人的安全设置",
    };

    public static ChannelOutcome Of(NoticeChannel robot, int status, ReadOnlySpan<byte> body)
    {
        var code = CodeOf(body);
        if (status is >= 200 and < 300 && code == 0)
            return new ChannelOutcome.Taken();
        if (code is { } number && number != 0)
        {
            return ForGood.TryGetValue((robot, number), out var reason)
                ? new ChannelOutcome.Failed(Text($"{reason}（错误码{number}）"), true)
                : new ChannelOutcome.Failed(Text($"群机器人没有接受消息（错误码{number}）"), false);
        }

        return status switch
        {
            >= 200 and < 300 => new ChannelOutcome.Failed("群机器人的应答无法理解", false),
            >= 300 and < 400 => new ChannelOutcome.Failed(Text($"群机器人的地址要求转向，没有跟随（{status}）"), true),
            408 or 429 or >= 500 => new ChannelOutcome.Failed(Text($"群机器人暂时不可用（{status}）"), false),
            _ => new ChannelOutcome.Failed(Text($"群机器人拒绝了消息（{status}）"), true),
        };
    }

    /// <summary><c>errcode</c> of DingTalk and WeCom, <c>code</c> of Feishu (<c>StatusCode</c> of its first version); null when there is none.</summary>
    private static long? CodeOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            foreach (var name in new[] { "errcode", "code", "StatusCode" })
            {
                if (document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var code))
                    return code;
            }
        }
        catch (JsonException)
        {
            // Some page of a proxy: its status tells more.
        }

        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
