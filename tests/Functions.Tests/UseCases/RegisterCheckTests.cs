using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Checks;
using Lianxin.Storage;
using Lianxin.Storage.Tests.Emulator;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>
/// The state that a crash of storage leaves: the last seconds are missing from one service and not from the other. A check makes the site
/// what the register says and names what nobody has any more.
/// </summary>
public sealed class RegisterCheckTests(Azurite azurite)
{
    private TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_register_and_a_site_that_agree_are_left_as_they_are()
    {
        var before = await TownAsync();
        var writes = new List<string>();
        town.Gate.Before = name =>
        {
            if (name.StartsWith("put ", StringComparison.Ordinal) && !name.StartsWith("put checks/", StringComparison.Ordinal) && !name.Contains("coverage/", StringComparison.Ordinal))
                writes.Add(name);
            return Task.CompletedTask;
        };
        var state = await CheckAsync();
        writes.ShouldBeEmpty();
        state.Found.ShouldBeEmpty();
        (state.Repaired, state.Items).ShouldBe((0, 3));
        await ShouldShowAsync(before);
    }

    /// <summary>Every suffix of the writes of a publication and a taking down, taken from the site: the tables are newer than the blobs.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(1000)]
    public async Task Whatever_suffix_of_the_site_is_missing_it_ends_as_the_register_says(int lost)
    {
        await TownAsync();
        var older = await SnapshotAsync();
        var written = new List<string>();
        town.Gate.Before = name =>
        {
            if (name.StartsWith("put ", StringComparison.Ordinal))
                written.Add(name[4..]);
            return Task.CompletedTask;
        };
        var item = await town.ApprovedNewsAsync("后来的一条");
        await town.PumpAsync();
        await town.RevisedAsync(item.Id, "后来的一条，改过");
        await town.PumpAsync();
        town.Gate.Open();
        var expected = await town.Documents.SiteAsync();
        foreach (var name in written.AsEnumerable().Reverse().Take(lost).Where(expected.ContainsKey).Distinct())
        {
            if (older.TryGetValue(name, out var was))
                await town.Room.Documents.PutAsync(Containers.Site, name, was.Bytes, was.MediaType, Cancellation);
            else
                await town.Room.Documents.DeleteAsync(Containers.Site, name, Cancellation);
        }

        var state = await CheckAsync();
        await ShouldShowAsync(expected);
        state.Found.ShouldAllBe(f => f.IsRepaired);
        state.Repaired.ShouldBePositive();
    }

    [Fact]
    public async Task A_site_that_is_newer_than_the_register_is_taken_back_and_what_the_register_has_lost_is_named_and_kept()
    {
        var expected = await TownAsync();
        // A second town of the same name lived on for some seconds: its blobs are here, its rows are not.
        var stranger = $"{TownHall.Agency}-2026-01KSTRANGER0000000000000000";
        var page = PortalPaths.Item(stranger);
        await town.Documents.PutAsync(Containers.Site, page, "<h1>登记簿里没有的一条</h1>"u8.ToArray(), PortalPages.MediaType, Cancellation);
        await town.Documents.PutAsync(Containers.Site, PortalPaths.Attachment(stranger, "00ff", "名单.txt"), "示例"u8.ToArray(), "text/plain", Cancellation);
        var known = (await ItemsAsync())[0];
        await town.Documents.PutAsync(Containers.Site, PortalPaths.Version(known, 7), "<h1>第七版</h1>"u8.ToArray(), PortalPages.MediaType, Cancellation);
        await town.Documents.PutAsync(Containers.Site, PortalPaths.Item(known), "<h1>第八版</h1>"u8.ToArray(), PortalPages.MediaType, Cancellation);
        var state = await CheckAsync();
        await ShouldShowAsync(expected);
        state.Found.Where(f => !f.IsRepaired).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(CheckKind.ItemGone), f => f.Subject.ShouldBe(stranger));
        state.Found.ShouldContain(new CheckFinding(CheckKind.PageRemoved, PortalPaths.Version(known, 7)));
        state.Found.ShouldContain(new CheckFinding(CheckKind.PageWritten, PortalPaths.Item(known)));
        (await town.Documents.FindAsync(Containers.Sealed, CheckedYears.KeptUnder + page, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lost_file_comes_back_from_its_public_copy_and_is_named_where_there_is_none()
    {
        var item = await WithFileAsync("有附件的一条", "附件甲.txt", "可以取回");
        var other = await WithFileAsync("另一条有附件的", "附件乙.txt", "不能取回");
        await town.PumpAsync();
        await town.Room.Documents.DeleteAsync(Containers.Attachments, HashOf("可以取回"), Cancellation);
        await town.Room.Documents.DeleteAsync(Containers.Attachments, HashOf("不能取回"), Cancellation);
        await town.Room.Documents.DeleteAsync(Containers.Site, PortalPaths.Attachment(other.Id, HashOf("不能取回"), "附件乙.txt"), Cancellation);
        var state = await CheckAsync();
        state.Found.ShouldContain(new CheckFinding(CheckKind.FileRestored, item.Id, "附件甲.txt"));
        state.Open.ShouldBe([new CheckFinding(CheckKind.FileGone, other.Id, "附件乙.txt")]);
        Encoding.UTF8.GetString((await town.Documents.FindAsync(Containers.Attachments, HashOf("可以取回"), Cancellation))!.Bytes).ShouldBe("可以取回");
    }

    [Fact]
    public async Task What_is_gone_stands_among_the_troubles_until_it_is_back_or_put_aside_with_a_reason()
    {
        var item = await WithFileAsync("有附件的一条", "附件乙.txt", "不能取回");
        await town.PumpAsync();
        await town.Room.Documents.DeleteAsync(Containers.Attachments, HashOf("不能取回"), Cancellation);
        await town.Room.Documents.DeleteAsync(Containers.Site, PortalPaths.Attachment(item.Id, HashOf("不能取回"), "附件乙.txt"), Cancellation);
        await CheckAsync();
        var shooting = new TroubleShooting(
            town.Room.Troubles, new QueueFailures(town.Documents, town.Clock), town.Attempts, town.Jobs, new TroubleRecords(town.Documents), town.Check, new ItemLimits(), town.Options, town.Clock);
        var trouble = (await shooting.ListAsync(TownHall.Agency, Cancellation)).ShouldHaveSingleItem();
        (trouble.Kind, trouble.What, trouble.Subject, trouble.Reason).ShouldBe((TroubleKind.Lost, "附件缺失", item.Id, "附件乙.txt"));
        (await shooting.DismissAsync(TownHall.Admin, trouble.Id, "原件在档案室，已补扫", Cancellation)).ShouldBeNull();
        (await shooting.ListAsync(TownHall.Agency, Cancellation)).ShouldBeEmpty();
        await CheckAsync();
        (await shooting.ListAsync(TownHall.Agency, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_that_is_killed_at_any_call_goes_on_and_ends_alike()
    {
        var expected = await TownAsync();
        await DamageAsync();
        for (var call = 1; ; call += 7)
        {
            town.Gate.KillAt(call, after: call % 2 == 0);
            try
            {
                while (!await town.Check.StepAsync(TownHall.Agency, Cancellation))
                    continue;
                break;
            }
            catch (KilledException)
            {
                town.Gate.Open();
            }
        }

        town.Gate.Open();
        await ShouldShowAsync(expected);
    }

    [Fact]
    public async Task Over_the_real_clients_a_cut_site_ends_as_the_register_says_and_a_lost_text_is_named()
    {
        using var room = StorageRoom.Open(
            new StorageOptions { ConnectionString = azurite.ConnectionString, NamePrefix = "c" + Guid.NewGuid().ToString("N", System.Globalization.CultureInfo.InvariantCulture)[..8], IndexPrefix = "640000000" },
            TimeProvider.System);
        await room.Probe.PrepareAsync(Cancellation);
        town = new TownHall(room: room);
        var body = new string('长', 9_000);
        var item = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.News("正文很长的一条") with { Body = body }));
        await town.PumpAsync();
        await CheckAsync();
        var expected = await town.Documents.SiteAsync();
        await DamageAsync();
        (await CheckAsync()).Found.ShouldAllBe(f => f.IsRepaired);
        await ShouldShowAsync(expected);
        (await room.Documents.DeleteAsync(Containers.Sealed, "body/" + HashOf(body), Cancellation)).ShouldBeTrue();
        (await CheckAsync()).Open.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(CheckKind.TextGone), f => f.Subject.ShouldBe(item.Id));
    }

    [Fact]
    public async Task Two_hosts_that_check_at_once_do_no_harm()
    {
        var expected = await TownAsync();
        await DamageAsync();
        var rival = town.AnotherCheck();
        town.Gate.RivalBefore("put list/", async () =>
        {
            while (!await rival.StepAsync(TownHall.Agency, Cancellation))
                continue;
        });
        await CheckAsync();
        await ShouldShowAsync(expected);
    }

    [Fact]
    public async Task A_start_asks_once_a_day_and_an_operator_whenever_none_is_on_its_way()
    {
        var day = TimeSpan.FromDays(1);
        (await town.Check.RequestAsync(TownHall.Agency, day, Cancellation)).ShouldBeTrue();
        await CheckAsync();
        (await town.Check.RequestAsync(TownHall.Agency, day, Cancellation)).ShouldBeFalse();
        (await town.Check.RequestAsync(TownHall.Agency, null, Cancellation)).ShouldBeTrue();
        await town.Check.StepAsync(TownHall.Agency, Cancellation);
        (await town.Check.RequestAsync(TownHall.Agency, null, Cancellation)).ShouldBeFalse();
        (await town.Check.RequestAsync(TownHall.Agency, TimeSpan.Zero, Cancellation)).ShouldBeTrue("a crash may have taken the message of the one that moves");
        town.Clock.Advance(day + TimeSpan.FromMinutes(1));
        (await town.Check.RequestAsync(TownHall.Agency, day, Cancellation)).ShouldBeTrue();
    }

    /// <summary>A public item, one revised, one taken down: with lists, versions and a stub.</summary>
    private async Task<SortedDictionary<string, string>> TownAsync()
    {
        await town.ApprovedNewsAsync("第一条");
        await town.PumpAsync();
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await town.ApprovedNewsAsync("第二条");
        await town.PumpAsync();
        await town.RevisedAsync(second.Id, "第二条，改过");
        await town.PumpAsync();
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await town.ApprovedNewsAsync("第三条");
        await town.PumpAsync();
        await town.WithdrawnAsync(third.Id);
        await town.PumpAsync();
        // What a start of the app writes beside the items.
        await town.WriteMissingListsAsync();
        await CheckAsync();
        return await town.Documents.SiteAsync();
    }

    private async Task<CheckState> CheckAsync()
    {
        while (!await town.Check.StepAsync(TownHall.Agency, Cancellation))
            continue;
        return await town.Check.StateAsync(TownHall.Agency, Cancellation);
    }

    private async Task DamageAsync()
    {
        var site = await town.Documents.SiteAsync();
        foreach (var name in site.Keys.Where((_, i) => i % 3 == 0))
            await town.Room.Documents.DeleteAsync(Containers.Site, name, Cancellation);
    }

    private async Task<Item> WithFileAsync(string title, string name, string text)
    {
        await town.Documents.PutAsync(Containers.Attachments, HashOf(text), Encoding.UTF8.GetBytes(text), "text/plain", Cancellation);
        return await town.ReviewedAsync(await town.SubmittedAsync(
            Submissions.News(title) with { Attachments = [new Attachment(name, "text/plain", Encoding.UTF8.GetByteCount(text), HashOf(text))] }));
    }

    private async Task<IReadOnlyList<string>> ItemsAsync() =>
        [.. (await town.Room.Register.HeadsAsync(TownHall.Agency, 2026, Cancellation).ToListAsync(Cancellation)).Select(h => h.Subject)];

    /// <summary>Path by path, so that a failure names the page.</summary>
    private async Task ShouldShowAsync(SortedDictionary<string, string> expected)
    {
        var now = await town.Documents.SiteAsync();
        expected.Keys.Union(now.Keys).Where(k => expected.GetValueOrDefault(k) != now.GetValueOrDefault(k)).ShouldBeEmpty();
    }

    private async Task<Dictionary<string, StoredDocument>> SnapshotAsync()
    {
        var all = new Dictionary<string, StoredDocument>(StringComparer.Ordinal);
        foreach (var name in await town.Room.Documents.NamesAsync(Containers.Site, "", Cancellation))
            all.Add(name, (await town.Room.Documents.FindAsync(Containers.Site, name, Cancellation))!);
        return all;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
