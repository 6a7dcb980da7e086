using System.Globalization;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.OpenData;

/// <summary>A column of the CSV files, with the name that the JSON files use.</summary>
/// <param name="Key">Name in JSON, and first half of the head of the CSV column.</param>
/// <param name="Title">The field's Chinese term.</param>
/// <param name="Meaning">One sentence in Chinese for whoever uses the data.</param>
public sealed record OpenColumn(string Key, string Title, string Meaning, Func<OpenItem, string> Value)
{
    /// <summary>Every column in the order of the files; the explanation page is written from the same list.</summary>
    public static IReadOnlyList<OpenColumn> All { get; } =
    [
        new("id", "编号", "本系统内的唯一编号，永不改变。", i => i.Id),
        new("url", "网址", "信息页面的网址。", i => i.Url),
        new("indexNumber", "索引号", "政府信息的索引号，永不改变。", i => i.IndexNumber),
        new("documentNumber", "文号", "公文的发文字号；没有的为空。", i => i.DocumentNumber ?? ""),
        new("title", "标题", "信息名称。", i => i.Title),
        new("category", "类别代码", "公开目录中类别的代码。", i => i.Category),
        new("categoryTitle", "类别", "公开目录中类别的名称。", i => i.CategoryTitle),
        new("entry", "事项代码", "公开目录中事项的代码。", i => i.Entry),
        new("entryTitle", "公开事项", "公开目录中事项的名称。", i => i.EntryTitle),
        new("statisticClass", "统计类别", "年度报告中所归的统计类别。", i => i.StatisticClass),
        new("issuer", "发布机构", "公开信息的行政机关。", i => i.Issuer),
        new("office", "站所代码", "承办站所的代码。", i => i.Office),
        new("officeTitle", "承办站所", "承办站所的名称。", i => i.OfficeTitle),
        new("village", "村代码", "所涉村的代码；不涉及某个村的为空。", i => i.Village ?? ""),
        new("villageTitle", "所涉村", "所涉村的名称；不涉及某个村的为空。", i => i.VillageTitle ?? ""),
        new("formedOn", "成文日期", "信息形成或者变更的日期，北京时间，如 2014-11-03。", i => ChinaText.Day(i.FormedOn)),
        new("period", "所属期间", "定期公开事项所属的月、季或年，如 2014-11、2014-Q4、2014；其他为空。", i => i.Period ?? ""),
        new("publishedOn", "发布日期", "首次公开的日期，北京时间。", i => ChinaText.Day(i.PublishedOn)),
        new("publishedAt", "发布时间", "首次公开的时刻，带时区。", i => ChinaText.Machine(i.PublishedAt)),
        new("updatedAt", "更新时间", "现行版本公开的时刻，带时区。", i => ChinaText.Machine(i.UpdatedAt)),
        new("version", "版本", "现行版本的序号，从 1 起。", i => i.Version.ToString(CultureInfo.InvariantCulture)),
        new("changeNote", "更新说明", "现行版本与上一版本的不同；首版为空。", i => i.ChangeNote ?? ""),
        new("mode", "公开方式", "均为主动公开。", i => i.Mode),
        new("basis", "公开依据", "公开所依据的法规条文。", i => i.Basis),
        new("validity", "有效性", "现行有效或者已失效。", i => i.Validity),
        new("nilReturn", "零报告", "true 表示该期间没有应公开的内容，正文说明原因。", i => i.NilReturn ? "true" : "false"),
        new("summary", "内容概述", "正文开头，至多 100 字。", i => i.Summary),
        new("body", "正文", "全文，按公开版脱敏。", i => i.Body),
        new("elements", "公开要素", "JSON 中为 label、value 的列表；CSV 中每行一个，写作“要素：内容”。", i => string.Join('\n', i.Elements.Select(e => $"{e.Label}：{e.Value}"))),
        new("attachments", "附件", "JSON 中有名称、类型、字节数、SHA-256 和网址；CSV 中每行一个，写作“名称 网址”。", i => string.Join('\n', i.Attachments.Select(a => $"{a.Name} {a.Url}"))),
    ];
}
