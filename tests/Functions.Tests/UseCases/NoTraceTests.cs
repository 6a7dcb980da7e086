using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Every audience in every state against every kind of page: what may not be seen leaves no trace on any of them.</summary>
public sealed class NoTraceTests
{
    private const string Title = "只此一条的标题";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Matrix { get; } = new MatrixTheoryData<string, string>(
        Enum.GetValues<Audience>().Select(a => Names.Of(a)), Enum.GetValues<ItemStatus>().Select(s => Names.Of(s)));

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task What_the_public_may_not_see_leaves_no_trace_on_any_page(string audienceName, string statusName)
    {
        Names.TryRead(audienceName, out Audience audience).ShouldBeTrue();
        Names.TryRead(statusName, out ItemStatus status).ShouldBeTrue();
        var town = new TownHall();
        await town.WriteMissingListsAsync();
        await town.ApprovedNewsAsync("一直公开的一条");
        await town.PumpAsync();
        await RefreshAsync(town, null);
        var without = await town.Documents.SiteAsync();

        var item = await PutAsync(town, audience, status);
        await RefreshAsync(town, item.Id);
        var site = await town.Documents.SiteAsync();

        var expected = Visibility.Of(item, Actor.Anyone(item.Agency));
        var paths = site.Keys.Where(k => k.Contains(item.Id, StringComparison.Ordinal)).ToList();
        var titled = site.Where(p => p.Value.Contains(Title, StringComparison.Ordinal)).Select(p => p.Key).ToList();
        switch (expected)
        {
            case View.Released:
                paths.ShouldBe([$"items/{item.Id}.html"]);
                foreach (var page in new[] { "index.html", "feed.xml", "list/2026-03.html", "list/category-01.html", "list/entry-01-03.html", "list/village-cun-01.html", "list/quarter-2026-Q1.html" })
                    titled.ShouldContain(page);
                site["sitemap.xml"].ShouldContain(item.Id);
                break;
            case View.Gone:
                titled.ShouldBeEmpty();
                paths.ShouldBe([$"items/{item.Id}.html"]);
                site[paths[0]].ShouldContain("noindex");
                site.Where(p => p.Key != paths[0] && p.Value.Contains(item.Id, StringComparison.Ordinal)).Select(p => p.Key).ShouldBeEmpty();
                break;
            default:
                // Not one byte of the site is different for it.
                site.ShouldBe(without);
                break;
        }
    }

    /// <summary>An item as it would stand in the register: what is or was out has a released version.</summary>
    private static async Task<Item> PutAsync(TownHall town, Audience audience, ItemStatus status)
    {
        var submitted = await town.SubmittedAsync(Submissions.News(Title) with { Village = "cun-01" });
        var stored = (await town.Room.Register.FindAsync(submitted.Id, Cancellation))!;
        var wasOut = status is ItemStatus.Published or ItemStatus.Revising or ItemStatus.Withdrawn or ItemStatus.Expired && audience != Audience.PartyOnly;
        var item = stored.Item with
        {
            Audience = audience,
            Status = status,
            PartyUntil = audience == Audience.PartyFirst ? new DateOnly(2026, 6, 30) : null,
            PartyReleasedAt = status == ItemStatus.PublishedToParty ? town.Business.Now : null,
            WithdrawalReason = status == ItemStatus.Withdrawn ? "数字有误" : null,
            Releases = wasOut ? [new Release(1, stored.Item.Content, town.Business.Now, audience, null)] : [],
        };
        (await town.Room.Register.CommitAsync(new RegisterCommit(stored, item, [], []), Cancellation)).ShouldBeOfType<CommitOutcome.Committed>();
        return item;
    }

    private static async Task RefreshAsync(TownHall town, string? id)
    {
        if (id is not null)
        {
            foreach (var kind in new[] { "render-page", "refresh-lists" })
                await town.DeliverAsync(new OutboxMessage("publication", kind, id, 1));
        }

        await town.DeliverAsync(new OutboxMessage("publication", "refresh-year", $"{TownHall.Agency}-2026", 1));
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-cases", $"{TownHall.Agency}/2026-03", 1));
        await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation);
    }
}
