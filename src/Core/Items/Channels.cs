namespace Lianxin.Core.Items;

/// <summary>公开渠道: where an item is shown. An item counts once however many carry it (S28).</summary>
public static class Channels
{
    public static IReadOnlyList<string> All { get; } = ["portal", "notice_board", "service_window", "lianxin_wall", "party_internal"];

    public static string ChineseName(string channel) => channel switch
    {
        "portal" => "政府门户网站",
        "notice_board" => "公示栏",
        "service_window" => "办事窗口",
        "lianxin_wall" => "“连心”墙",
        "party_internal" => "党内公开",
        _ => channel,
    };
}
