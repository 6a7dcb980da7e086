using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Handovers;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Handover;

/// <summary>One line of metadata: the name of the county's field, and what goes into it.</summary>
public sealed record SheetFact(string Label, string Value);

/// <param name="Path">In the package.</param>
/// <param name="Name">As the public page shows it.</param>
public sealed record SheetFile(string Path, string Name, long Size, string Sha256);

/// <summary>复制粘贴单: what somebody copies into the county's editor, field by field.</summary>
/// <param name="Heading">What the sheet is for.</param>
/// <param name="TextHash">As <see cref="CountyText.HashOf"/>; the later look at the county's page seeks the same words.</param>
public sealed record HandoverSheet(
    HandoverKind Kind,
    string Heading,
    IReadOnlyList<SheetFact> Facts,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<OpenElement> Elements,
    IReadOnlyList<SheetFile> Files,
    string TextHash)
{
    /// <summary>The sheet of the version that is public now.</summary>
    public static HandoverSheet Of(OpenItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        List<(string Label, string? Value)> facts =
        [
            ("标题", item.Title), ("索引号", item.IndexNumber), ("文号", item.DocumentNumber), ("分类", $"{item.CategoryTitle} › {item.EntryTitle}"), ("统计类别", item.StatisticClass),
            ("发布机构", item.Issuer), ("承办站所", item.OfficeTitle), ("所涉村", item.VillageTitle), ("所属期间", item.Period is { } period ? PeriodTitle.Of(period) : null),
            ("成文日期", ChinaText.Day(item.FormedOn)), ("发布日期", ChinaText.Day(item.PublishedOn)), ("公开方式", item.Mode), ("公开依据", item.Basis), ("有效性", item.Validity),
            ("版本", $"第 {item.Version} 版"), ("更新说明", item.ChangeNote), ("内容概述", item.Summary), ("本机关网址", item.Url),
        ];
        return new HandoverSheet(
            HandoverKind.Publication,
            item.Version > 1 ? "移交县级门户：新版本，请替换原来的内容" : "移交县级门户",
            [.. facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new SheetFact(f.Label, OneLine(f.Value!)))],
            DisplayText.Paragraphs(item.Body),
            item.Elements,
            [.. item.Attachments.Select((a, n) => new SheetFile($"附件/{SafeFileName.Of(a.Name, n + 1)}", a.Name, a.Size, a.Sha256))],
            CountyText.HashOf(item.Title, item.Body));
    }

    /// <summary>撤下通知. Without the title, which may be the very thing that has to go.</summary>
    /// <param name="address">Where the county shows it.</param>
    public static HandoverSheet Withdrawal(WithdrawnPageModel withdrawn, string address)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        return new HandoverSheet(
            HandoverKind.Withdrawal,
            "撤下通知：请从县级门户撤下",
            [
                new("索引号", withdrawn.IndexNumber), new("县级门户网址", OneLine(address)), new("撤下日期", ChinaText.Day(withdrawn.WithdrawnOn)), new("撤下原因", OneLine(withdrawn.Reason)),
            ],
            ["该信息已由本机关撤下，请同时撤下县级门户上的正文和附件。"],
            [],
            [],
            "");
    }

    /// <summary>The sheet as plain text with the mark of UTF-8: every line of metadata begins with its label.</summary>
    public byte[] Text()
    {
        var text = new StringBuilder(Heading).Append("\n\n");
        foreach (var fact in Facts)
        {
            text.Append(fact.Label).Append('：').Append(fact.Value).Append('\n');
        }

        text.Append('\n').Append(Kind == HandoverKind.Publication ? "【正文】" : "【说明】").Append('\n').AppendJoin('\n', Paragraphs).Append('\n');
        Append(text, "【公开要素】", Elements.Select(e => $"{e.Label}：{OneLine(e.Value)}"));
        Append(text, "【附件】", Files.Select(f => $"{f.Path}（{OneLine(f.Name)}，{FileSize.Of(f.Size)}，SHA-256 {f.Sha256}）"));
        if (TextHash.Length > 0)
        {
            text.Append("\n文字摘要（SHA-256）：").Append(TextHash).Append('\n');
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static string OneLine(string text) => DisplayText.Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();

    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Append(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append('\n').Append(heading).Append('\n').AppendJoin('\n', all).Append('\n');
        }
    }
}
