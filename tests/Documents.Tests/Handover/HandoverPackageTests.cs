using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Documents.Handover;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Tests.Search;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Handover;

public class HandoverPackageTests
{
    private static readonly OpenItem Item = ManyItems.Make(1, 1)[0].Items[0] with
    {
        Title = "关于资金拨付的公告",
        DocumentNumber = "示政发〔2015〕1号",
        Body = "第一段。\n第二段。",
        Attachments = [new OpenFile("../../x.pdf", "application/pdf", 3, "aa", "https://town.example/files/aa/x.pdf"), new OpenFile("拨付表.xlsx", "application/vnd", 3, "bb", "https://town.example/files/bb/y.xlsx")],
    };

    [Fact]
    public async Task The_package_holds_sheet_data_attachments_and_the_hash_of_each()
    {
        var sheet = HandoverSheet.Of(Item);
        using var zip = new ZipArchive(new MemoryStream(await WriteAsync(sheet, Item)));
        zip.Entries.Select(e => e.FullName).ShouldBe(["复制粘贴单.html", "复制粘贴单.txt", "数据.json", "数据.csv", "附件/01-x.pdf", "附件/02-拨付表.xlsx", "SHA256SUMS.txt"]);
        var sums = Text(zip.GetEntry("SHA256SUMS.txt")!).TrimEnd('\n').Split('\n').ToDictionary(l => l[66..], l => l[..64]);
        sums.Count.ShouldBe(6);
        foreach (var (path, hash) in sums)
        {
            Convert.ToHexStringLower(SHA256.HashData(Bytes(zip.GetEntry(path)!))).ShouldBe(hash, path);
        }
    }

    [Fact]
    public async Task The_same_item_gives_the_same_bytes()
    {
        var first = await WriteAsync(HandoverSheet.Of(Item), Item);
        (await WriteAsync(HandoverSheet.Of(Item), Item)).ShouldBe(first);
    }

    [Fact]
    public async Task The_sheet_is_a_sound_page_that_loads_and_runs_nothing_whatever_people_typed()
    {
        foreach (var text in new[] { "", PageRules.Hostile, "=HYPERLINK(\"http://x\")" })
        {
            var hostile = Item with
            {
                Title = Item.Title + text,
                Body = text + "\n第二段",
                ChangeNote = "说明" + text,
                Elements = [new OpenElement("金额", text)],
                Attachments = [new OpenFile(text + ".pdf", "application/pdf", 3, "aa", "https://town.example/x")],
            };
            var page = PageRules.ShouldBeSound(Encoding.UTF8.GetString(await HandoverPackage.HtmlAsync(HandoverSheet.Of(hostile))));
            page.ToString().ShouldNotContain("href");
        }
    }

    [Fact]
    public void The_plain_text_gives_one_line_to_each_field_and_begins_it_with_its_label()
    {
        var text = Encoding.UTF8.GetString(HandoverSheet.Of(Item with { Title = "=甲\n\u202E乙" }).Text());
        text.ShouldContain("标题：=甲 乙\n");
        text.ShouldContain("文号：示政发〔2015〕1号\n");
        text.ShouldContain("【正文】\n第一段。\n第二段。\n");
        text.ShouldContain("附件/01-x.pdf");
        text.Split('\n').ShouldAllBe(l => l.Length == 0 || !"=+-@".Contains(l[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_withdrawal_names_the_item_by_its_number_and_tells_why()
    {
        var sheet = HandoverSheet.Withdrawal(new WithdrawnPageModel("ligang-2015-1", "640122000/2015-00001", new DateOnly(2015, 3, 2), "数字有误"), "https://county.example/1.html");
        var text = Encoding.UTF8.GetString(sheet.Text());
        text.ShouldContain("640122000/2015-00001");
        text.ShouldContain("撤下原因：数字有误");
        text.ShouldContain("https://county.example/1.html");
    }

    [Theory]
    [InlineData("../../x", "01-x")]
    [InlineData("..\\..\\windows\\x.txt", "01-x.txt")]
    [InlineData("/etc/passwd", "01-passwd")]
    [InlineData("C:\\autoexec.bat", "01-autoexec.bat")]
    [InlineData("..", "01-attachment")]
    [InlineData("", "01-attachment")]
    [InlineData(".htaccess", "01-htaccess")]
    [InlineData("CON", "01-CON")]
    [InlineData("a:b*c?.pdf. ", "01-a_b_c_.pdf")]
    [InlineData("表\u202Egpj.exe", "01-表gpj.exe")]
    [InlineData("a\0b\nc.txt", "01-ab_c.txt")]
    public void Names_of_attachments_cannot_leave_their_folder(string name, string safe) => SafeFileName.Of(name, 1).ShouldBe(safe);

    [Fact]
    public void A_very_long_name_keeps_its_ending() => SafeFileName.Of(new string('长', 300) + ".pdf", 12).ShouldBe("12-" + new string('长', 80) + ".pdf");

    private static Task<byte[]> WriteAsync(HandoverSheet sheet, OpenItem item) =>
        HandoverPackage.WriteAsync(sheet, item, file => Task.FromResult<byte[]?>(Encoding.UTF8.GetBytes(file.Sha256)), TestContext.Current.CancellationToken);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var read = new MemoryStream();
        stream.CopyTo(read);
        return read.ToArray();
    }

    private static string Text(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry));
}
