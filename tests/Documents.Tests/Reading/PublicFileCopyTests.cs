using System.IO.Compression;
using System.Text;
using Lianxin.Core.Privacy;
using Lianxin.Documents.Reading;

namespace Lianxin.Documents.Tests.Reading;

/// <summary>公开副本: what goes over from a list, and what never does.</summary>
public class PublicFileCopyTests
{
    private const string Id = "999999199003070012";
    private static readonly FileReader Reader = new(TimeProvider.System);
    private static readonly PublicFileCopy Copies = new(Reader, TimeProvider.System);

    [Fact]
    public void Hidden_columns_rows_comments_and_properties_stay_behind_and_numbers_are_covered()
    {
        var original = Files.WorkbookOf(
            "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"B1\" t=\"str\"><v>身份证号</v></c><c r=\"C1\" t=\"str\"><v>账号</v></c><c r=\"D1\" t=\"str\"><v>金额</v></c></row>"
            + $"<row r=\"2\"><c r=\"A2\" t=\"str\"><v>张小例</v></c><c r=\"B2\" t=\"str\"><v>{Id}</v></c><c r=\"C2\"><v>123456789012</v></c><c r=\"D2\"><v>420</v></c></row>"
            + "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"str\"><v>隐藏的人</v></c></row></sheetData>",
            ("xl/comments1.xml", "<comments><t>批注里的话</t></comments>"),
            ("docProps/core.xml", "<cp><creator>某某作者</creator></cp>"));

        var copy = Copies.Make("名单.xlsx", original, ScanProfile.Usual, maskNames: true).Bytes.ShouldNotBeNull();

        var (parts, text) = Unpacked(copy);
        parts.ShouldBe(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"]);
        text.ShouldContain("张*例");
        text.ShouldContain("**************0012");
        text.ShouldContain("<v>420</v>");
        foreach (var gone in (string[])[Id, "123456789012", "账号", "隐藏的人", "批注里的话", "某某作者", "张小例"])
            text.ShouldNotContain(gone);
    }

    [Fact]
    public void A_hidden_sheet_stays_behind_and_a_workbook_of_nothing_else_has_no_copy()
    {
        var made = Copies.Make("名单.xlsx", Files.Workbook([["姓名", "账号"], ["张小例", "123456789012"]], state: "hidden"), ScanProfile.Usual, false);

        (made.Bytes, made.Code).ShouldBe((null, "copy-empty"));
    }

    [Theory]
    [InlineData("张　三", "张　*", "张*")]
    [InlineData("王 伟", "王 *", "王*")]
    [InlineData("张三（户主）", "", "张*（户主）")]
    [InlineData("张小三(户主)", "", "张*三(户主)")]
    [InlineData("张三、李小四", "", "张*、李*四")]
    [InlineData("示例合作社", "", "示例合作社")]
    [InlineData("合计", "", "合计")]
    public void Names_are_masked_however_they_are_written(string cell, string never, string masked)
    {
        var made = Copies.Make("名单.csv", Encoding.UTF8.GetBytes($"姓名,金额\n{cell},420\n"), ScanProfile.Usual, maskNames: true).Bytes.ShouldNotBeNull();

        var text = Encoding.UTF8.GetString(made);
        text.ShouldContain(masked);
        if (never.Length > 0)
            text.ShouldNotContain(never);
    }

    [Theory]
    [InlineData("名单.csv", "名字,金额\n张三,420\n")]
    [InlineData("名单.csv", "张三,420\n李小四,420\n")]
    [InlineData("名单.csv", "姓名,金额\n一二三四五六,420\n")]
    [InlineData("名单.csv", "姓名,致贫原因,健康状况\n王小明,患病,患病\n李小红,残疾等级,患病\n")]
    [InlineData("名单.txt", "姓名\n张三\n")]
    public void Where_names_cannot_be_told_for_sure_there_is_no_copy(string name, string text)
    {
        var made = Copies.Make(name, Encoding.UTF8.GetBytes(text), ScanProfile.Usual, maskNames: true);

        (made.Bytes, made.Code).ShouldBe((null, "copy-names"));
    }

    [Fact]
    public void A_sheet_that_bears_a_name_is_called_by_its_number() =>
        Unpacked(Copies.Make("名单.xlsx", Files.Workbook([["姓名", "金额"], ["张小例", "420"]]), ScanProfile.Usual, true).Bytes.ShouldNotBeNull()).Text.ShouldContain("name=\"表1\"");

    [Theory]
    [InlineData("[$CNY] #,##0.00", "", "1200")]
    [InlineData("[Yellow]0", "", "1200")]
    [InlineData("0\"yuan\"", "", "1200")]
    [InlineData("General", "", "1200")]
    [InlineData("yyyy\"年\"m\"月\"", "", "1903-04-14")]
    [InlineData("m\"月\"d\"日\"", "", "1903-04-14")]
    [InlineData("yyyy-mm-dd", "<workbookPr date1904=\"1\"/>", "1907-04-15")]
    public void A_sum_stays_a_sum_and_a_date_is_the_day_that_the_workbook_means(string format, string workbook, string shown)
    {
        var styles = ("xl/styles.xml", $"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{format.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        var original = Files.WorkbookOf(
            "<sheetData><row><c r=\"A1\" t=\"str\"><v>项目</v></c><c r=\"B1\" t=\"str\"><v>内容</v></c></row><row><c r=\"A2\" t=\"str\"><v>道路</v></c><c r=\"B2\" s=\"1\"><v>1200</v></c></row></sheetData>",
            styles);
        if (workbook.Length > 0)
            original = Files.WithWorkbookPart(original, workbook);

        Unpacked(Copies.Make("表.xlsx", original, ScanProfile.Usual, false).Bytes.ShouldNotBeNull()).Text.ShouldContain($">{shown}</");
    }

    [Fact]
    public void Dates_show_as_dates_and_a_whole_birth_date_as_its_year()
    {
        var styles = ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        var original = Files.WorkbookOf(
            "<sheetData><row><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"B1\" t=\"str\"><v>出生日期</v></c><c r=\"C1\" t=\"str\"><v>发放日期</v></c></row>"
            + "<row><c r=\"A2\" t=\"str\"><v>张小例</v></c><c r=\"B2\" s=\"1\"><v>32939</v></c><c r=\"C2\" s=\"1\"><v>46109</v></c></row></sheetData>",
            styles);

        var text = Unpacked(Copies.Make("名单.xlsx", original, ScanProfile.Usual, false).Bytes.ShouldNotBeNull()).Text;

        text.ShouldContain("1990年");
        text.ShouldContain("2026-03-28");
        text.ShouldNotContain("1990-03-07");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void A_csv_keeps_its_encoding(string encoding)
    {
        var code = encoding is "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.GetEncoding(encoding);
        byte[] original = [.. encoding is "utf-16" ? code.GetPreamble() : [], .. code.GetBytes("姓名,账号,金额\n张小例,123456789012,420\n")];

        var copy = Copies.Make("名单.csv", original, ScanProfile.Usual, maskNames: true).Bytes.ShouldNotBeNull();

        code.GetString(copy).TrimStart('\uFEFF').ShouldBe("姓名,账号,金额\r\n张*例,********9012,420\r\n");
    }

    [Theory]
    [InlineData("名单.docx", "copy-kind")]
    [InlineData("名单.pdf", "copy-kind")]
    [InlineData("名单.jpg", "copy-kind")]
    [InlineData("坏.xlsx", "file-broken")]
    public void What_cannot_be_made_anew_is_refused_clearly(string name, string code)
    {
        var made = Copies.Make(name, "PK\u0003\u0004"u8.ToArray(), ScanProfile.Usual, false);

        (made.Bytes, made.Code).ShouldBe((null, code));
    }

    [Fact]
    public void A_list_of_persons_has_no_copy_where_only_totals_are_published() =>
        Copies.Make("名单.csv", "姓名,金额\n张小例,420\n"u8.ToArray(), ScanProfile.Of("aggregate-only"), true).Code.ShouldBe("copy-totals-only");

    [Fact]
    public void The_same_list_makes_the_same_copy()
    {
        var original = Files.Workbook([["姓名", "账号"], ["张小例", "123456789012"]]);

        Copies.Make("名单.xlsx", original, ScanProfile.Usual, true).Bytes.ShouldBe(Copies.Make("名单.xlsx", original, ScanProfile.Usual, true).Bytes);
    }

    public static TheoryData<string, string, int> Lists =>
        [.. from kind in (string[])[".xlsx", ".csv", ".txt"] from profile in (string[])["beneficiary-list", "name-mask-online", "minor-no-names", "office-contact"] from seed in Enumerable.Range(1, 5) select (kind, profile, seed)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void What_is_made_of_any_list_is_found_clean_when_it_is_read_again(string kind, string profile, int seed)
    {
        var random = new Random(seed);
        string[] heads = ["姓名", "村社", "身份证号", "联系电话", "开户账号", "家庭住址", "出生日期", "年龄", "病情", "车牌", "邮箱", "备注", "金额"];
        var columns = heads.Where(_ => random.Next(4) > 0).ToArray();
        var rows = new List<string[]> { columns };
        rows.AddRange(Enumerable.Range(0, 30).Select(_ => columns.Select(c => Cell(c, random)).ToArray()));

        var scan = ScanProfile.Of(profile);
        var copy = Copies.Make("名单" + kind, GeneratedListTests.FileOf(kind, rows), scan, maskNames: random.Next(2) == 0 && kind is not ".txt" && columns.Contains("姓名")).Bytes.ShouldNotBeNull();

        var reading = Reader.Read("名单" + kind, copy, scan);
        reading.IsClean.ShouldBeTrue(string.Join('\n', reading.Findings.Take(3)));
        var text = kind is ".xlsx" ? Unpacked(copy).Text : Encoding.UTF8.GetString(copy);
        rows.Skip(1).SelectMany(r => r).Where(c => c.Length >= 11 && c.All(char.IsAsciiDigit)).ShouldAllBe(c => !text.Contains(c, StringComparison.Ordinal));
    }

    private static string Cell(string head, Random random) => random.Next(8) == 0 ? "" : head switch
    {
        "姓名" => random.Next(2) == 0 ? "张小例" : "李例",
        "村社" => "示例五村三社",
        "身份证号" => random.Next(3) == 0 ? "**************0012" : GeneratedListTests.IdOf(random),
        "联系电话" => $"138{random.Next(10_000_000, 99_999_999)}",
        "开户账号" => $"{random.NextInt64(300_000_000_000, 899_999_999_999)}",
        "家庭住址" => $"示例镇示例五村三组{random.Next(1, 200)}号",
        "出生日期" => $"{random.Next(1930, 2020)}-03-07",
        "年龄" => $"{random.Next(1, 90)}",
        "病情" => random.Next(2) == 0 ? "无" : "高血压",
        "车牌" => "宁A12345",
        "邮箱" => "zhang@example.cn",
        "备注" => $"电话 139{random.Next(10_000_000, 99_999_999)} 联系",
        _ => $"{random.Next(100, 9_000)}.50",
    };

    private static (List<string> Parts, string Text) Unpacked(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var part = new StreamReader(entry.Open());
            text.Append(part.ReadToEnd());
        }

        return ([.. zip.Entries.Select(e => e.FullName)], text.ToString());
    }
}
