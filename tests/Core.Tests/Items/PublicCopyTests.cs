using Lianxin.Core.Items;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Items;

public sealed class PublicCopyTests
{
    [Fact]
    public void S44_names_of_a_village_list_are_masked_in_title_body_table_and_note_and_stay_in_the_item()
    {
        var item = Published("11-01", "示小甲低保公示", "户主示小甲。\n姓名\t金额\n示小乙\t300\n示小丙\t200\n合计两户", "更正示小甲的金额");

        var copy = PublicCopy.Of(item, item.Released!);

        copy.Title.ShouldBe("示*甲低保公示");
        copy.Body.ShouldBe("户主示*甲。\n姓名\t金额\n示*乙\t300\n示*丙\t200\n合计两户");
        copy.ChangeNote.ShouldBe("更正示*甲的金额");
        copy.Elements["householder"].ShouldBe("示*甲");
        PublicCopy.TitleOf(item).ShouldBe(copy.Title);
        PublicationRows.Of(item)!.Title.ShouldBe(copy.Title);
        item.Released!.Content.Title.ShouldBe("示小甲低保公示");
    }

    [Fact]
    public void What_is_for_everybody_and_names_nobody_is_left_as_it_is()
    {
        var item = Published("10-03", "专项资金使用情况", "姓名不在此列。", null);

        PublicCopy.Of(item, item.Released!).ShouldBe(item.Released!.Content);
    }

    [Theory]
    [InlineData("示例甲", "示*甲")]
    [InlineData("示甲", "示*")]
    [InlineData("示例·甲乙", "示*·*乙")]
    [InlineData("某某建筑公司", "某某建筑公司")]
    [InlineData("示例一村", "示例一村")]
    [InlineData("300元", "300元")]
    [InlineData("甲", "甲")]
    public void A_name_keeps_its_ends_and_what_is_no_name_stays(string text, string masked) => NameMask.Of(text).ShouldBe(masked);

    private static Item Published(string entry, string title, string body, string? note)
    {
        var item = PublicationSteps.Publish(Town.Approved(entry), 1, Town.As(Town.Queue, Town.Morning.AddDays(40)))!.After;
        var elements = new Dictionary<string, string>(item.Content.Elements, StringComparer.Ordinal);
        if (elements.ContainsKey("householder"))
            elements["householder"] = "示小甲";
        var content = item.Content with { Title = title, Body = body, ChangeNote = note, Elements = elements };
        return item with { Content = content, Releases = [item.Releases[0] with { Content = content }] };
    }
}
