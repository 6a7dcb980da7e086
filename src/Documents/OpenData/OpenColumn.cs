using System.Globalization;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.OpenData;

/// <summary>A column of the CSV files, with the name that the JSON files use.</summary>
/// <param name="Key">Name in JSON, and first half of the head of the CSV column.</param>
/// <param name="Title">The field's Chinese term.</param>
public sealed record OpenColumn(string Key, string Title, Func<OpenItem, string> Value)
{
    /// <summary>Every column in the order of the files; the explanation page is written from the same list, with what each means from the texts of the site.</summary>
    public static IReadOnlyList<OpenColumn> All { get; } =
    [
        new("id", "编号", i => i.Id),
        new("url", "网址", i => i.Url),
        new("indexNumber", "索引号", i => i.IndexNumber),
        new("documentNumber", "文号", i => i.DocumentNumber ?? ""),
        new("title", "标题", i => i.Title),
        new("category", "类别代码", i => i.Category),
        new("categoryTitle", "类别", i => i.CategoryTitle),
        new("entry", "事项代码", i => i.Entry),
        new("entryTitle", "公开事项", i => i.EntryTitle),
        new("statisticClass", "统计类别", i => i.StatisticClass),
        new("issuer", "发布机构", i => i.Issuer),
        new("office", "站所代码", i => i.Office),
        new("officeTitle", "承办站所", i => i.OfficeTitle),
        new("village", "村代码", i => i.Village ?? ""),
        new("villageTitle", "所涉村", i => i.VillageTitle ?? ""),
        new("formedOn", "成文日期", i => ChinaText.Day(i.FormedOn)),
        new("period", "所属期间", i => i.Period ?? ""),
        new("publishedOn", "发布日期", i => ChinaText.Day(i.PublishedOn)),
        new("publishedAt", "发布时间", i => ChinaText.Machine(i.PublishedAt)),
        new("updatedAt", "更新时间", i => ChinaText.Machine(i.UpdatedAt)),
        new("version", "版本", i => i.Version.ToString(CultureInfo.InvariantCulture)),
        new("changeNote", "更新说明", i => i.ChangeNote ?? ""),
        new("mode", "公开方式", i => i.Mode),
        new("basis", "公开依据", i => i.Basis),
        new("validity", "有效性", i => i.Validity),
        new("nilReturn", "零报告", i => i.NilReturn ? "true" : "false"),
        new("summary", "内容概述", i => i.Summary),
        new("body", "正文", i => i.Body),
        new("elements", "公开要素", i => string.Join('\n', i.Elements.Select(e => $"{e.Label}：{e.Value}"))),
        new("attachments", "附件", i => string.Join('\n', i.Attachments.Select(a => $"{a.Name} {a.Url}"))),
    ];
}
