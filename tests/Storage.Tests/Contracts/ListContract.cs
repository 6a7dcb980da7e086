using Lianxin.Core.Items;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Contracts;

/// <summary>What every register keeps to: work lists, their filters and their pages.</summary>
public abstract class ListContract
{
    protected abstract IRegister Register { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_row_follows_its_item()
    {
        StoredItem stored = await Register.PutAsync(Sample.Create(Sample.Item(Sample.Agency())));
        Item item = (await Register.PutAsync(Sample.Step(stored, i =>
            (i with { Office = "财政所", Content = i.Content with { Title = "新题" } }).Published(Sample.Noon)))).Item;

        ItemRow row = (await Register.ListAsync(Sample.Query(item.Agency), Stop)).Items.ShouldHaveSingleItem();

        row.ShouldBe(new ItemRow(
            item.Id, item.IndexNumber, "新题", "11-01", "11", "财政所", ItemStatus.Published, "2026-Q1", Sample.Noon, new(2026, 4, 20), new(2026, 3, 28), item.Audience));
    }

    [Fact]
    public async Task Every_filter_narrows_and_all_work_together()
    {
        string agency = Sample.Agency();
        Item plain = await PutAsync(Sample.Item(agency));
        Item finance = await PutAsync(Sample.Item(agency, office: "财政所"));
        Item draft = await PutAsync(Sample.Item(agency, status: ItemStatus.Draft));
        Item other = Sample.Item(agency);
        await PutAsync(other with
        {
            Category = "02",
            Entry = "02-01",
            Content = other.Content with { Period = null, FormedOn = new(2026, 5, 1), Title = "Report ABC" },
        });
        ItemQuery all = Sample.Query(agency);

        (await IdsAsync(all)).Count.ShouldBe(4);
        (await IdsAsync(all with { Office = "财政所" })).ShouldBe([finance.Id]);
        (await IdsAsync(all with { Status = ItemStatus.Draft })).ShouldBe([draft.Id]);
        (await IdsAsync(all with { Office = "党政办", Status = ItemStatus.Submitted })).ShouldBe([plain.Id, other.Id], ignoreOrder: true);
        (await IdsAsync(all with { Category = "02" })).ShouldBe([other.Id]);
        (await IdsAsync(all with { Entry = "02-01" })).ShouldBe([other.Id]);
        (await IdsAsync(all with { Quarter = "2026-Q2" })).ShouldBe([other.Id]);
        (await IdsAsync(all with { Quarter = "2026-Q1", Office = "财政所" })).ShouldBe([finance.Id]);
        (await IdsAsync(all with { Text = "report abc" })).ShouldBe([other.Id]);
        (await IdsAsync(all with { Text = plain.IndexNumber })).ShouldBe([plain.Id]);
        (await IdsAsync(all with { Text = "查无此文" })).ShouldBeEmpty();
        ItemQuery together = all with { Office = "党政办", Status = ItemStatus.Submitted, Category = "02", Text = "abc", Quarter = "2026-Q2" };
        (await IdsAsync(together)).ShouldBe([other.Id]);
        (await IdsAsync(together with { Quarter = "2026-Q1" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_status_does_not_bring_another_that_begins_alike()
    {
        string agency = Sample.Agency();
        await PutAsync(Sample.Item(agency, status: ItemStatus.PublishedToParty));
        Item published = await PutAsync(Sample.Item(agency, status: ItemStatus.Published));
        Item same = await PutAsync(Sample.Item(agency, office: "党政办-2", status: ItemStatus.Published));

        (await IdsAsync(Sample.Query(agency) with { Office = "党政办", Status = ItemStatus.Published })).ShouldBe([published.Id]);
        (await IdsAsync(Sample.Query(agency) with { Office = "党政办-2" })).ShouldBe([same.Id]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(200)]
    public async Task Pages_hold_every_row_once_the_newest_year_first(int top)
    {
        string agency = Sample.Agency();
        var expected = new List<string>();
        foreach (int year in (int[])[2026, 2025, 2023])
        {
            for (int i = 0; i < 4; i++)
            {
                expected.Add((await PutAsync(Sample.Item(agency, year))).Id);
            }
        }

        var seen = new List<string>();
        int pages = 0;
        string? continuation = null;
        do
        {
            ItemPage page = await Register.ListAsync(Sample.Query(agency, top) with { Continuation = continuation }, Stop);
            page.Items.Count.ShouldBeInRange(1, top);
            seen.AddRange(page.Items.Select(r => r.Id));
            continuation = page.Continuation;
            pages++;
        }
        while (continuation is not null && pages < 50);

        seen.ShouldBe(expected);
        pages.ShouldBe((12 + top - 1) / top);
    }

    [Fact]
    public async Task A_list_goes_on_where_it_was_though_its_last_row_has_moved_away()
    {
        string agency = Sample.Agency();
        StoredItem first = await Register.PutAsync(Sample.Create(Sample.Item(agency)));
        Item second = await PutAsync(Sample.Item(agency));
        ItemQuery query = Sample.Query(agency, 1) with { Office = "党政办", Status = ItemStatus.Submitted };
        ItemPage page = await Register.ListAsync(query, Stop);
        page.Items.ShouldHaveSingleItem().Id.ShouldBe(first.Item.Id);

        await Register.PutAsync(Sample.Step(first, i => i with { Status = ItemStatus.Returned }));

        ItemPage next = await Register.ListAsync(query with { Continuation = page.Continuation }, Stop);
        next.Items.ShouldHaveSingleItem().Id.ShouldBe(second.Id);
        next.Continuation.ShouldBeNull();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%%%")]
    [InlineData("中文")]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("MjAyNnxpdGVtLXRvd24tMjAyNi14")] // 2026|item-town-2026-x: a row, but no list's
    [InlineData("MjAyNnxkZXNrLQBhJw")] // a control character and a quote
    public async Task A_continuation_that_was_never_given_is_bad_input(string continuation)
    {
        string agency = Sample.Agency();
        await PutAsync(Sample.Item(agency));

        await Should.ThrowAsync<InvalidContinuationException>(
            () => Register.ListAsync(Sample.Query(agency) with { Continuation = continuation }, Stop));
    }

    [Fact]
    public async Task A_continuation_of_one_list_does_not_open_another()
    {
        string agency = Sample.Agency();
        await PutAsync(Sample.Item(agency));
        await PutAsync(Sample.Item(agency));
        ItemPage page = await Register.ListAsync(Sample.Query(agency, 1) with { Office = "党政办" }, Stop);

        await Should.ThrowAsync<InvalidContinuationException>(
            () => Register.ListAsync(Sample.Query(agency) with { Office = "财政所", Continuation = page.Continuation.ShouldNotBeNull() }, Stop));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("'; drop")]
    [InlineData("")]
    public async Task An_agency_without_a_register_has_empty_lists(string agency)
    {
        ItemPage page = await Register.ListAsync(Sample.Query(agency), Stop);

        page.Items.ShouldBeEmpty();
        page.Continuation.ShouldBeNull();
        (await Register.PublicationsAsync(agency, DateOnly.MinValue, DateOnly.MaxValue, Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }

    private async Task<Item> PutAsync(Item item) => (await Register.PutAsync(Sample.Create(item))).Item;

    private async Task<IReadOnlyList<string>> IdsAsync(ItemQuery query) =>
        [.. (await Register.ListAsync(query, Stop)).Items.Select(r => r.Id)];
}
