namespace Lianxin.Documents.Sheets.Setting;

/// <summary>The head of a sheet: title, who, where, when, and the QR code of the page on the web.</summary>
internal static class SheetHeadSetter
{
    private const double QrSide = 36;

    /// <param name="facts">Beside the code, in this order. On landscape paper two of them share a line where they fit.</param>
    public static void Add(SheetSetter set, SheetHead head, IEnumerable<SheetLine> facts)
    {
        set.Title(SheetText.Line(head.Title));
        set.Gap(0.5, keepWithNext: true);
        var texts = facts.Select(fact => $"{SheetText.Line(fact.Label)}：{SheetText.Line(fact.Value)}").ToList();
        set.Beside(width => Compose(set, head, texts, width), head.Address, QrSide, "扫码查看网上公开", keepWithNext: false);
    }

    /// <summary>Facts of a sheet that hangs on a wall.</summary>
    /// <param name="placeLabel">What the place is called: 公开地点, 社（组）.</param>
    public static IEnumerable<SheetLine> WallFacts(SheetHead head, string placeLabel) =>
    [
        new("发布机关", head.Agency),
        new(placeLabel, head.Place),
        new("公开期间", head.Period),
        .. Telephone(head),
        new("张贴日期", SheetText.Day(head.PostedOn)),
        new("撤下日期", head.TakeDownOn is { } day ? SheetText.Day(day) : "长期"),
    ];

    public static IEnumerable<SheetLine> Telephone(SheetHead head) =>
        SheetText.Line(head.Telephone) is { Length: > 0 } telephone ? [new SheetLine("监督电话", telephone)] : [];

    private static List<SetLine> Compose(SheetSetter set, SheetHead head, List<string> facts, double width)
    {
        var lines = new List<SetLine>();
        var face = set.Style.Fact;
        var isWide = set.Style.Frame.PaperWidth > set.Style.Frame.PaperHeight;
        for (var i = 0; i < facts.Count; i++)
        {
            var pair = isWide && i + 1 < facts.Count;
            if (pair && Math.Max(set.Text.Line(facts[i], face).Width, set.Text.Line(facts[i + 1], face).Width) < (width / 2) - face.Size)
            {
                var left = set.BlockLines(facts[i], face, width, "P").Single();
                lines.Add(left with { Pitch = 0 });
                lines.Add(set.BlockLines(facts[i + 1], face, width, "P").Single() with { X = width / 2 });
                i++;
            }
            else
            {
                lines.AddRange(set.BlockLines(facts[i], face, width, "P"));
            }
        }
        if (SheetText.Line(head.Address) is { Length: > 0 } address) lines.AddRange(set.BlockLines($"网址：{address}", set.Style.Small, width, "P"));
        return lines;
    }
}
