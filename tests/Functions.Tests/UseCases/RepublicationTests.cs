using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>S15: revised, approved and published again; every earlier version stays readable until the item goes.</summary>
public sealed class RepublicationTests
{
    private const string Old = "旧标题";
    private const string New = "新标题";
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S15_the_earlier_version_and_what_changed_stand_beside_the_new_one()
    {
        var item = await RepublishedAsync();
        (await town.PageAsync($"items/{item.Id}.html")).ShouldContain($"{item.Id}/v1-v2.html");
        var earlier = await town.PageAsync($"items/{item.Id}/v1.html");
        earlier.ShouldContain(Old);
        earlier.ShouldContain("这是旧版本");
        var comparison = await town.PageAsync($"items/{item.Id}/v1-v2.html");
        comparison.ShouldContain("［删］</span>旧");
        comparison.ShouldContain("［增］</span>新");
    }

    [Fact]
    public async Task While_a_revision_is_on_its_way_the_public_sees_the_last_published_version()
    {
        var item = await town.ApprovedNewsAsync(Old);
        await town.PumpAsync();
        await town.RevisedAsync(item.Id, New);
        await town.DeliverAsync(new OutboxMessage("publication", "render-page", item.Id, 1));
        var site = await town.Documents.SiteAsync();
        site[$"items/{item.Id}.html"].ShouldContain(Old);
        site.Values.ShouldAllBe(p => !p.Contains(New, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_event_records_version_pages_and_the_hash_of_the_page()
    {
        var item = await RepublishedAsync();
        var details = (await town.Room.Register.HistoryAsync(item.Id, Cancellation)).Single(e => e.Kind == "republished").Details;
        details["version"].ShouldBe("2");
        details["pages"].ShouldBe($"items/{item.Id}.html items/{item.Id}/v1.html items/{item.Id}/v1-v2.html");
        details["pageHash"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await town.PageAsync($"items/{item.Id}.html")))));
    }

    [Fact]
    public async Task S15_the_comparison_quotes_the_feedback_and_whoever_left_a_contact_is_told_once()
    {
        town.Quotes.Add("f1", "路灯不亮，请公布维修安排", hasContact: true);
        town.Quotes.Add("f2", "同上", hasContact: false);
        var item = await town.ApprovedNewsAsync(Old);
        await town.PumpAsync();
        var revised = await town.RevisedAsync(item.Id, new ItemInput { Title = New, ChangeNote = "补充维修安排", BecauseOf = ["f1", "f2", "f-unknown"] });
        await town.PumpAsync();
        await town.DeliverAsync(PublicationDay.Publish(revised));
        var comparison = await town.PageAsync($"items/{item.Id}/v1-v2.html");
        comparison.ShouldContain("因下列意见修改");
        comparison.ShouldContain("路灯不亮，请公布维修安排");
        town.Sent.Sent.Where(m => m.Queue == "notification").ShouldBe([new OutboxMessage("notification", "tell-republished", $"{item.Id}/f1", 2)]);
    }

    [Fact]
    public async Task Messages_of_versions_that_there_are_not_and_messages_in_the_wrong_order_end_in_the_newest_version_published_once()
    {
        var first = await town.ApprovedNewsAsync(Old);
        await town.DeliverAsync(PublicationDay.Publish(first) with { Version = 9 });
        (await town.ReadAsync(first.Id)).Status.ShouldBe(ItemStatus.Approved);
        await town.PumpAsync();
        var second = await town.RevisedAsync(first.Id, "第二个标题");
        await town.PumpAsync();
        var third = await town.RevisedAsync(first.Id, "第三个标题");
        foreach (var message in new[] { third, second, first, third, second }.Select(PublicationDay.Publish))
            await town.DeliverAsync(message);
        await town.DeliverAsync(PublicationDay.Publish(third) with { Version = 4 });
        await town.PumpAsync();
        (await town.EventsAsync(first.Id)).Where(k => k.Contains("published", StringComparison.Ordinal)).ShouldBe(["published", "republished", "republished"]);
        var site = await town.Documents.SiteAsync();
        site[$"items/{first.Id}.html"].ShouldContain("第三个标题");
        site.Keys.Where(k => k.StartsWith($"items/{first.Id}/", StringComparison.Ordinal))
            .ShouldBe([$"items/{first.Id}/v1-v2.html", $"items/{first.Id}/v1.html", $"items/{first.Id}/v2-v3.html", $"items/{first.Id}/v2.html"]);
    }

    [Fact]
    public async Task A_withdrawal_takes_every_version_and_comparison_out_of_every_exit()
    {
        var item = await RepublishedAsync();
        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        var site = await town.Documents.SiteAsync();
        site.Keys.Where(k => k.Contains(item.Id, StringComparison.Ordinal)).ShouldBe([$"items/{item.Id}.html"]);
        site.Values.ShouldAllBe(p => !p.Contains(Old, StringComparison.Ordinal) && !p.Contains(New, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawal_also_takes_out_a_version_whose_publication_died_half_way()
    {
        var item = await town.ApprovedNewsAsync(Old);
        await town.PumpAsync();
        var revised = await town.RevisedAsync(item.Id, New);
        town.Gate.RivalBefore("commit ", () => throw new KilledException("commit"));
        await Should.ThrowAsync<KilledException>(() => town.DeliverAsync(PublicationDay.Publish(revised)));
        (await town.PageAsync($"items/{item.Id}/v1-v2.html")).ShouldNotBeEmpty();
        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        (await town.Documents.SiteAsync()).Where(p => p.Value.Contains(New, StringComparison.Ordinal)).Select(p => p.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revision_that_goes_back_into_the_party_takes_every_version_with_it()
    {
        var item = await RepublishedAsync();
        var closing = await town.RevisedAsync(
            item.Id, new ItemInput { Audience = "party-only", ChangeNote = "收回党内", ExemptionArticle = "条例第十四条", ExemptionReason = "涉及国家秘密" });
        await town.DeliverAsync(PublicationDay.Publish(closing));
        await town.PumpAsync();
        (await town.Documents.SiteAsync()).Where(p => p.Key.Contains(item.Id, StringComparison.Ordinal) || p.Value.Contains(item.Id, StringComparison.Ordinal))
            .Select(p => p.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_stands_at_the_top_of_the_page()
    {
        var item = await town.ApprovedNewsAsync(Old);
        await town.PumpAsync();
        await town.RevisedAsync(item.Id, new ItemInput { Title = New, ChangeNote = "会议日期应为三月二日", Correction = true });
        await town.PumpAsync();
        (await town.PageAsync($"items/{item.Id}.html")).ShouldContain("<strong>更正：</strong>会议日期应为三月二日");
    }

    private async Task<Item> RepublishedAsync()
    {
        var item = await town.ApprovedNewsAsync(Old);
        await town.PumpAsync();
        await town.RevisedAsync(item.Id, New);
        await town.PumpAsync();
        return await town.ReadAsync(item.Id);
    }
}
