using System.Globalization;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Anchors;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// 公开证明, the certificate of publication: what was published, when, where and by whom, with the hash of the event that published it and the
/// first anchor over that event. Made of nothing but the register, so that it is the same bytes whenever it is asked for; only the anchor is
/// added once the first one covers it.
/// </summary>
public sealed class Certificates(
    IRegister register, AnchorBook anchors, IReportRenderer renderer, PortalLinks links, ReferenceData reference, LianxinOptions options)
{
    private const int HashGroup = 8;
    private static readonly HashSet<string> Publishing = new(["published", "republished", "imported"], StringComparer.Ordinal);

    /// <summary>Null for what is not public now.</summary>
    public async Task<byte[]?> MakeAsync(string id, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { Item: { Released: { } release } item } || !Visibility.IsPublic(item) || item.Agency != options.Agency)
        {
            return null;
        }

        var published = (await register.HistoryAsync(id, cancellation)).LastOrDefault(e => Publishing.Contains(e.Kind));
        if (published is null)
        {
            return null;
        }

        var anchor = await anchors.CoveringAsync(item.Agency, "items/" + item.Id, published.Number, published.RecordedAt, cancellation);
        return renderer.Render(Content(item, release, published, anchor));
    }

    private ReportContent Content(Item item, Release release, ItemEvent published, DailyAnchor? anchor)
    {
        var content = PublicCopy.Of(item, release);
        var address = links.Absolute(PortalPaths.Item(item.Id));
        (string Name, string Value)[] facts =
        [
            ("标题", content.Title),
            ("索引号", item.IndexNumber),
            ("公开事项", reference.Catalogue.Entry(item.Entry)?.Title ?? item.Entry),
            ("承办站所", reference.Catalogue.Office(item.Office)?.Title ?? item.Office),
            ("首次公开", Minute(item.PublishedAt ?? release.PublishedAt)),
            ("现行版本", string.Create(CultureInfo.InvariantCulture, $"第{release.Version}版，{Minute(release.PublishedAt)}公开")),
            ("公开网址", address),
            ("网页摘要", published.Details.TryGetValue("pageHash", out var page) ? Grouped(page) : "（导入的登记，没有网页摘要）"),
            ("登记步骤", string.Create(CultureInfo.InvariantCulture, $"第{published.Number}步，摘要{Grouped(published.Hash)}")),
            ("登记簿锚点", anchor is null ? "尚未产生，次日凌晨以后可重新下载" : Core.Audit.Anchors.Printed(anchor)),
        ];
        return new ReportContent(
            ["政府信息公开证明"],
            options.AgencyName,
            $"{content.Title}的公开证明",
            string.Create(CultureInfo.InvariantCulture, $"certificate/{item.Id}/{release.Version}/{anchor?.Number ?? 0}"),
            ChinaTime.DateOf(release.PublishedAt),
            [
                new ParagraphBlock($"兹证明，下列信息已由{options.AgencyName}在政务公开网站向社会公开，现可在所列网址查阅。"),
                new TableBlock("", [1, 4], 1, [Row("项目", "内容", true), .. facts.Select(f => Row(f.Name, f.Value, false))]),
                new NoteBlock("摘要均为SHA-256；锚点印在公示栏和年度报告上，事后的改动重新核算即可发现。"),
                new WebCodeBlock(address, "扫码查看网页", "以网页现行内容为准；信息撤下后本证明不再出具。"),
                new SignatureBlock(options.AgencyName, ChinaTime.DateOf(release.PublishedAt)),
            ]);
    }

    private static TableRow Row(string name, string value, bool head) =>
        new([new TableCell(name, Strong: head), new TableCell(value, head ? CellAlignment.Centre : CellAlignment.Start, Strong: head)]);

    /// <summary>China Standard Time.</summary>
    private static string Minute(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    private static string Grouped(string hash) => string.Join(' ', hash.Chunk(HashGroup).Select(c => new string(c)));
}
