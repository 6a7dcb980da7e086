using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

/// <summary>What a list leaves behind when its time is over.</summary>
public class ListSummaryTests
{
    private static readonly DateOnly Until = new(2026, 3, 10);

    [Fact]
    public void S44_a_list_leaves_its_count_its_sum_and_its_dates()
    {
        var item = Expired("姓名\t村社\t金额\n张小例\t示例五村\t420\n李例\t示例六村\t300.50\n合计\t\t720.50");

        ListSummary.Of(item, null).ShouldBe(new ListSummary(2, 720.50m, new DateOnly(2026, 3, 2), Until));
    }

    [Fact]
    public void Without_a_list_in_the_text_the_elements_tell_the_count_and_the_sum()
    {
        var entry = ShippedData.Entry("11-01");
        var item = Expired("名单见公示栏。", ("persons", "24"), ("monthly_sum", "10080.00"));

        ListSummary.Of(item, entry).ShouldBe(new ListSummary(24, 10080m, new DateOnly(2026, 3, 2), Until));
    }

    [Fact]
    public void What_was_withdrawn_for_another_reason_leaves_none() =>
        ListSummary.Of(Expired("姓名\t金额\n张小例\t420") with { Status = ItemStatus.Withdrawn }, null).ShouldBeNull();

    private static Item Expired(string body, params (string Key, string Value)[] elements)
    {
        var item = Town.Submitted();
        var content = item.Content with { Body = body, Elements = elements.ToDictionary(e => e.Key, e => e.Value) };
        return item with
        {
            Status = ItemStatus.Expired,
            Content = content,
            ExpiresOn = Until,
            Releases = [new Release(1, content, new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), Audience.Village, null)],
        };
    }
}
