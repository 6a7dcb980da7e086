using Lianxin.Core.Notices;

namespace Lianxin.Functions.Tests.Channels;

/// <summary>A digest to send.</summary>
internal static class Sample
{
    public static readonly DateOnly Day = new(2026, 4, 21);
    public static readonly DigestText Texts = new("立岗镇人民政府", "https://app.town.example/desk");

    public static Contact Person(string name = "示例经办人") => new("c-1", "caizheng", name, "clerk@town.example", null, null, "");

    public static Digest Digest(string name = "示例经办人", string what = "2026年第一季度没有公开", int lines = 1) => Core.Notices.Digest.Of(
        "ligang",
        Day,
        DigestKind.Ladder,
        new PersonNotice(Person(name), [.. Enumerable.Range(1, lines).Select(n => new NoticeLine($"d{n}", "财政预算", "财政所", what, Day, 0, LadderStep.Yellow))]));
}
