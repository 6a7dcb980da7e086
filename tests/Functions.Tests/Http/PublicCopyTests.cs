using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Privacy;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>公开副本 and the desk of nightly findings, through the app as it is composed.</summary>
public sealed class PublicCopyTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private const string Account = "123456789012";
    private const string Mobile = "13812345678";
    private static readonly byte[] List = Encoding.UTF8.GetBytes($"姓名,账号,电话,金额\n张小例,{Account},{Mobile},420\n");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taking_one_item_down_leaves_the_same_file_of_another_where_it_is()
    {
        var text = Encoding.UTF8.GetBytes("项目,金额\n道路养护,420\n");
        var (one, other) = (await PublishedAsync("甲项目资金情况"), await PublishedAsync("乙项目资金情况"));

        (await PostAsync(town.Chair, $"/api/items/{one}/withdrawal", new { reason = "重复公开" }, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();

        (await FileAsync(one)).ShouldBeNull();
        (await FileAsync(other)).ShouldNotBeNull().Bytes.ShouldBe(text);

        async Task<string> PublishedAsync(string title)
        {
            using var taken = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(News(title), ("资金.csv", text)));
            taken.StatusCode.ShouldBe(HttpStatusCode.Created, await taken.Content.ReadAsStringAsync(Now));
            var id = (await JsonAsync(taken)).GetProperty("id").GetString()!;
            (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
            await town.DeliverAsync();
            (await FileAsync(id)).ShouldNotBeNull();
            return id;
        }

        Task<StoredDocument?> FileAsync(string id) =>
            town.Room.Documents.FindAsync(Containers.Site, PortalPaths.Attachment(id, Convert.ToHexStringLower(SHA256.HashData(text)), "资金.csv"), Now);
    }

    [Fact]
    public async Task S44_a_list_with_numbers_is_stopped_then_masked_published_and_its_original_sealed()
    {
        // Other tests keep the same list with an exception asked for; this one is nobody else's.
        var list = Encoding.UTF8.GetBytes($"姓名,账号,电话,金额\n王小例,{Account},{Mobile},420\n");
        using var stopped = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(News("补贴名单公示"), ("名单.csv", list)));
        (await CodeAsync(stopped, HttpStatusCode.BadRequest)).ShouldBe("personal-data");

        var item = News("补贴名单公示");
        item["maskFiles"] = true;
        using var taken = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(item, ("名单.csv", list)));
        taken.StatusCode.ShouldBe(HttpStatusCode.Created, await taken.Content.ReadAsStringAsync(Now));
        var id = (await JsonAsync(taken)).GetProperty("id").GetString()!;
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();

        var file = (await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"))).GetProperty("attachments")[0];
        var copy = (await town.Room.Documents.FindAsync(Containers.Site, PortalPaths.Attachment(id, file.GetProperty("sha256").GetString()!, "名单.csv"), Now)).ShouldNotBeNull();
        Encoding.UTF8.GetString(copy.Bytes).ShouldBe("姓名,账号,电话,金额\r\n王小例,********9012,138****5678,420\r\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(list));
        (await town.Room.Documents.FindAsync(Containers.Sealed, $"originals/{hash}", Now)).ShouldNotBeNull().Bytes.ShouldBe(list);
        (await town.Room.Documents.FindAsync(Containers.Attachments, hash, Now)).ShouldBeNull();
    }

    [Fact]
    public async Task S44_a_stored_file_is_masked_by_a_step_of_the_clerk_and_its_page_offers_the_button_until_then()
    {
        var item = News("联系名单");
        item["privacyRequest"] = "本人书面同意公开";
        using var draft = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items?draft=true", Multipart(item, ("名单.csv", List)));
        var id = (await JsonAsync(draft)).GetProperty("id").GetString()!;
        (await TextAsync(town.Clerk, $"/desk/items/{id}")).ShouldContain("制作公开副本并封存原件");

        using var masked = await PostAsync(town.Clerk, $"/api/items/{id}/masking", new { }, ("If-Match", "*"));

        masked.StatusCode.ShouldBe(HttpStatusCode.OK, await masked.Content.ReadAsStringAsync(Now));
        (await JsonAsync(masked)).GetProperty("warnings").GetArrayLength().ShouldBe(0);
        (await TextAsync(town.Clerk, $"/desk/items/{id}")).ShouldNotContain("制作公开副本并封存原件");
        using var again = await PostAsync(town.Clerk, $"/api/items/{id}/masking", new { }, ("If-Match", "*"));
        (await CodeAsync(again, HttpStatusCode.BadRequest)).ShouldBe("nothing-to-mask");
    }

    [Fact]
    public async Task A_kind_of_file_that_cannot_be_made_anew_is_refused_by_name()
    {
        var item = News("联系名单");
        item["maskFiles"] = true;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
            part.Write(Encoding.UTF8.GetBytes($"<d><p><t>电话{Mobile}</t></p></d>"));

        using var answer = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(item, ("名单.docx", stream.ToArray())));

        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("copy-kind");
        (await answer.Content.ReadAsStringAsync(Now)).ShouldNotContain(Mobile);
    }

    [Fact]
    public async Task S44_the_desk_shows_what_the_night_found_masked_and_a_reviewer_lets_it_stand_with_reason_and_article_only()
    {
        var id = await town.PublishedAsync("公开过的信息");
        await LeakAsync(id);
        await ScanAsync();

        var page = await TextAsync(town.Reviewer, "/desk/privacy");
        page.ShouldContain($"/desk/items/{id}");
        page.ShouldContain("138****5678");
        page.ShouldContain("2026-03-02 起");
        page.ShouldContain("记录例外");
        (await TextAsync(town.Supervisor, "/desk/privacy")).ShouldNotContain("记录例外");
        (await GetAsync(town.Public, "/desk/privacy")).StatusCode.ShouldNotBe(HttpStatusCode.OK);

        using var without = await PostAsync(town.Reviewer, $"/api/items/{id}/privacy-override", new { reason = "本人书面同意公开" }, ("If-Match", "*"));
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var exception = new { reason = "本人书面同意公开", article = "《政府信息公开条例》第十五条" };
        (await PostAsync(town.Chair, $"/api/items/{id}/privacy-override", exception, ("If-Match", "*"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(town.Reviewer, $"/api/items/{id}/privacy-override", exception, ("If-Match", "*"))).EnsureSuccessStatusCode();

        (await TextAsync(town.Reviewer, "/desk/privacy")).ShouldNotContain($"/desk/items/{id}");
        (await JsonAsync(await GetAsync(town.Reviewer, $"/api/items/{id}/history"))).ToString().ShouldContain("privacy-overridden");
    }

    [Fact]
    public async Task Nothing_that_was_found_is_in_a_log_line_or_in_the_record_of_the_night()
    {
        await S44_a_stored_file_is_masked_by_a_step_of_the_clerk_and_its_page_offers_the_button_until_then();
        await A_kind_of_file_that_cannot_be_made_anew_is_refused_by_name();
        await LeakAsync(await town.PublishedAsync("又一条公开过的信息"));
        await ScanAsync();

        town.Lines.ShouldNotBeEmpty();
        foreach (var secret in (string[])[Account, Mobile])
        {
            town.Lines.ShouldAllBe(line => !line.Contains(secret, StringComparison.Ordinal));
            Encoding.UTF8.GetString((await town.Room.Documents.FindAsync(Containers.Sealed, "privacy/ligang-sweep.json", Now))!.Bytes).ShouldNotContain(secret);
        }
    }

    /// <summary>A whole pass, as if none had gone through today.</summary>
    private async Task ScanAsync()
    {
        await town.Room.Documents.DeleteAsync(Containers.Sealed, "privacy/ligang-sweep.json", Now);
        (await town.Service<PublicScan>().RunAsync("ligang", Now)).ShouldBeTrue();
    }

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await GetAsync(client, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
    }

    /// <summary>A version that went out under older detectors.</summary>
    private Task<CommandAnswer> LeakAsync(string id) => town.Service<ItemCommands>().StepAsync(
        UseCases.TownHall.Clerk,
        id,
        null,
        (item, now) =>
        {
            var content = item.Content with { Body = $"联系人电话{Mobile}" };
            var e = Lianxin.Core.Audit.EventChain.Next(item, "changed", now.By, now.Now, now.RecordedAt, item.Status, "旧数据", null);
            return new ItemChange(item with { Content = content, Releases = [item.Releases[^1] with { Content = content }], EventCount = e.Number, LastEventHash = e.Hash }, [e], []);
        },
        Now);
}
