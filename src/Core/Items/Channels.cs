namespace Lianxin.Core.Items;

/// <summary>公开渠道: where an item is shown. An item counts once however many carry it (S28).</summary>
public static class Channels
{
    public static IReadOnlyList<string> All { get; } = ["portal", "notice-board", "service-window", "lianxin-wall", "party-internal"];

    public static string ChineseName(string channel) => channel switch
    {
        "portal" => "政府门户网站",
        "notice-board" => "公示栏",
        "service-window" => "办事窗口",
        "lianxin-wall" => "“连心”墙",
        "party-internal" => "党内公开",
        _ => channel,
    };
}
