using System.Text;
using System.Text.Json;
using Lianxin.Core.Text;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Documents.Tests.Search;

namespace Lianxin.Documents.Tests.OpenData;

public class OpenDataTests
{
    private static readonly OpenItem Item = ManyItems.Make(1, 1)[0].Items[0];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("-3", "'-3")]
    [InlineData("＝cmd|'/c calc'!A0", "'＝cmd|'/c calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\u202E=1", "'=1")]
    [InlineData("合计=3", "合计=3")]
    [InlineData("", "")]
    public void No_cell_is_taken_for_a_formula(string typed, string cell) => SafeCell.Text(typed).ShouldBe(cell);

    [Fact]
    public void The_CSV_reads_back_cell_by_cell_whatever_people_typed()
    {
        var hostile = Item with { Title = "甲,乙\"丙\"\r\n丁", Body = "=HYPERLINK(\"http://x\")\n\u202Egpj.exe", ChangeNote = null };
        var bytes = OpenCsv.Write([hostile, Item]);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var read = CsvText.Read(Encoding.UTF8.GetString(bytes));
        read.Problems.ShouldBeEmpty();
        read.Rows.Count.ShouldBe(3);
        read.Rows[0].Fields.ShouldBe(OpenColumn.All.Select(c => c.Title));
        var cells = OpenColumn.All.Select(c => c.Key).Zip(read.Rows[1].Fields).ToDictionary();
        cells["title"].ShouldBe("甲,乙\"丙\"\n丁");
        cells["body"].ShouldBe("'=HYPERLINK(\"http://x\")\ngpj.exe");
        cells["publishedOn"].ShouldBe("2015-01-01");
        cells["elements"].ShouldBe("金额：12.5万元");
    }

    [Fact]
    public void The_JSON_reads_back_as_it_was_written_one_item_a_line()
    {
        var items = new OpenItems(OpenJson.Format, "立岗镇人民政府", "自由使用", ManyItems.Make(1, 3)[0].Items);
        var bytes = OpenJson.Write(items);
        Encoding.UTF8.GetString(bytes).TrimEnd().Split('\n').Length.ShouldBe(5);
        JsonSerializer.Serialize(OpenJson.ReadItems(bytes)).ShouldBe(JsonSerializer.Serialize(items));
        OpenJson.ReadItems(OpenJson.Write(items with { Items = [] }))!.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Every_column_is_a_member_of_the_JSON_and_the_other_way_round()
    {
        using var document = JsonDocument.Parse(OpenJson.Write(new OpenItems(OpenJson.Format, "", "", [Item])));
        document.RootElement.GetProperty("items")[0].EnumerateObject().Select(p => p.Name).ShouldBe(OpenColumn.All.Select(c => c.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"format":0,"agency":"","licence":"","items":[]}""")]
    public void A_file_of_another_form_is_not_read_back(string text) => OpenJson.ReadItems(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Theory]
    [InlineData(PortalTexts.Chinese)]
    [InlineData(PortalTexts.English)]
    public void Every_column_is_explained_in_every_language(string language) =>
        PortalTexts.For(language).Data.Columns.Keys.ShouldBe(OpenColumn.All.Select(c => c.Key));
}
