using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Reports;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Keys;

public sealed class KeyTests
{
    [Theory]
    [InlineData("财政所")]
    [InlineData("a-b")]
    [InlineData("a~002Db")]
    [InlineData("/\\#?\0\u0085'\" %")]
    [InlineData("𠮷")]
    [InlineData("plain_1")]
    public void Escaping_can_be_undone_and_gives_a_key_without_separator(string text)
    {
        string escaped = KeyText.Escape(text);

        KeyText.Unescape(escaped).ShouldBe(text);
        KeyText.IsKey(escaped).ShouldBeTrue();
        escaped.ShouldNotContain("-");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_is_no_key(string? text) => KeyText.TryEscape(text).ShouldBeNull();

    [Fact]
    public void What_is_too_long_once_escaped_is_no_key()
    {
        KeyText.TryEscape(new string('a', KeyText.MaxLength)).ShouldNotBeNull();
        KeyText.TryEscape(new string('长', 200)).ShouldBeNull();
    }

    [Theory]
    [InlineData("ligang-2014-01HX", "ligang", 2014, "01HX")]
    [InlineData("li-gang-2014-a-b_c", "li-gang", 2014, "a-b_c")]
    [InlineData("t-2026-2025-x", "t", 2026, "2025-x")]
    public void An_item_id_comes_apart_into_its_partition(string text, string agency, int year, string unique)
    {
        ItemId.TryParse(text, out ItemId id).ShouldBeTrue();

        id.ShouldBe(new ItemId(agency, year, unique));
        id.Partition.ShouldBe($"{agency}-{year}");
    }

    [Theory]
    [InlineData("-2014-x")]
    [InlineData("a-2014-")]
    [InlineData("a-214-x")]
    [InlineData("a-0000-x")]
    [InlineData("a-٢٠١٤-x")]
    [InlineData("a b-2014-x")]
    public void What_is_no_item_id_is_refused(string text) => ItemId.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("t-2014-x")]
    [InlineData("t-2014")]
    [InlineData("")]
    [InlineData("镇")]
    public void An_agency_that_would_blur_its_ids_is_refused(string agency)
    {
        ItemId.IsAgency(agency).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => RegisterKeys.Partition(agency, 2026));
    }

    [Fact]
    public void Every_kind_of_row_has_a_range_of_its_own()
    {
        Item item = Sample.Item("town");
        var day = new DateOnly(2026, 3, 9);
        string[] keys =
        [
            RegisterKeys.Item(item.Id), RegisterKeys.Event(item.Id, 1), RegisterKeys.Due(day, item.Id), RegisterKeys.Publication(day, item.Id),
            RegisterKeys.Desk("财政所", ItemStatus.Draft, item.Id), RegisterKeys.Outbox("01J"), RegisterKeys.Receipt("hash"),
        ];
        KeyRange[] ranges =
        [
            RegisterKeys.Events(item.Id), RegisterKeys.DueUntil(day), RegisterKeys.Publications(day, day),
            KeyRange.Of(RegisterKeys.DeskPrefix("财政所", ItemStatus.Draft)),
        ];

        keys.ShouldAllBe(k => KeyText.IsKey(k) && KeyRange.All.Holds(k));
        keys.Select(k => ranges.Count(r => r.Holds(k))).ShouldBe([0, 1, 1, 1, 1, 0, 0]);
    }

    [Fact]
    public void Days_and_numbers_sort_as_they_count()
    {
        RegisterKeys.DueUntil(new(2026, 3, 9)).Holds(RegisterKeys.Due(new(2026, 3, 9), "zzz")).ShouldBeTrue();
        RegisterKeys.DueUntil(new(2026, 3, 9)).Holds(RegisterKeys.Due(new(2026, 3, 10), "a")).ShouldBeFalse();
        RegisterKeys.DueUntil(new(2026, 3, 9)).Holds(RegisterKeys.Due(new(999, 12, 31), "a")).ShouldBeTrue();
        string.CompareOrdinal(RegisterKeys.Event("a", 9), RegisterKeys.Event("a", 10)).ShouldBeNegative();
        RegisterKeys.Events("a-2026-x").Holds(RegisterKeys.Event("a-2026-x-1", 1)).ShouldBeTrue();
        RegisterKeys.IsEventOf(RegisterKeys.Event("a-2026-x-1", 1), "a-2026-x").ShouldBeFalse();
        RegisterKeys.IsEventOf(RegisterKeys.Event("a-2026-x", 999_999), "a-2026-x").ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("a", null)]
    [InlineData("a", ItemStatus.Published)]
    public void A_list_holds_its_own_rows_and_no_others(string? office, ItemStatus? status)
    {
        KeyRange range = KeyRange.Of(RegisterKeys.DeskPrefix(office, status));

        foreach (string other in (string[])["a", "a-b", "ab", "甲"])
        {
            foreach (ItemStatus state in Enum.GetValues<ItemStatus>())
            {
                bool wanted = (office is null || office == other) && (status is null || status == state);
                range.Holds(RegisterKeys.Desk(other, state, "t-2026-x")).ShouldBe(wanted, $"{other} {state}");
            }
        }
    }

    [Fact]
    public void A_figure_lies_in_its_year_only()
    {
        ReportKeys.Figures(2014).Holds(ReportKeys.Figure(2014, "出生 / births")).ShouldBeTrue();
        ReportKeys.Figures(2014).Holds(ReportKeys.Figure(2015, "births")).ShouldBeFalse();
        ReportKeys.Reports.Holds(ReportKeys.Report(2014)).ShouldBeTrue();
        ReportKeys.Reports.Holds(ReportKeys.Figure(2014, "births")).ShouldBeFalse();
    }
}
