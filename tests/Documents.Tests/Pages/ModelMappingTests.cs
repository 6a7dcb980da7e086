using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Tests.Pages;

public class ModelMappingTests
{
    private static readonly CatalogueEntry Accounts = new()
    {
        Code = "16-01",
        CategoryCode = "16",
        Title = "村级财务收支",
        Offices = [],
        Regime = Regime.Village,
        Approval = ApprovalPath.Group,
        Audience = Audience.Public,
        Cadence = Cadence.Monthly,
        DueRules = [],
        Channels = ["portal"],
        Musts = [Must.Interest],
        StatisticClass = "财政类",
        Basis = "《村民委员会组织法》第三十条",
        PersonalData = "none",
        MaskProfile = "none",
        RequiredElements = [new("income", "收入", ElementType.Money), new("expense", "支出", ElementType.Money)],
    };

    private static readonly DisclosureCatalogue Catalogue = new(
        "2",
        [new("16", "村务公开", [Accounts])],
        [new("v01", "兰光村村委会", true, "张某", "孙某", "周某", "0951-0000002")]);

    private static readonly ItemContent First = new()
    {
        Title = "兰光村10月财务收支",
        Body = "收支如下。",
        FormedOn = new DateOnly(2014, 11, 1),
        Period = "2014-10",
        Village = "v01",
        Elements = new Dictionary<string, string>(StringComparer.Ordinal) { ["old_key"] = "旧要素", ["expense"] = "20.00", ["income"] = "10.00" },
        Attachments = [new Attachment("凭证.pdf", "application/pdf", 10, "ab12")],
    };

    [Fact]
    public void An_item_page_shows_what_was_released_and_nothing_newer()
    {
        var page = ItemPageModel.From(Published(), Catalogue);
        page.Title.ShouldBe("兰光村10月财务收支");
        page.OfficeTitle.ShouldBe("兰光村村委会");
        page.VillageTitle.ShouldBe("兰光村村委会");
        page.CategoryTitle.ShouldBe("村务公开");
        page.Month.ShouldBe(new YearMonth(2014, 11));
        page.Attachments.Single().Path.ShouldBe($"files/{Published().Id}/ab12/凭证.pdf");
    }

    [Fact]
    public void Elements_come_in_the_catalogue_s_order_and_none_is_lost() =>
        ItemPageModel.From(Published(), Catalogue).Elements.ShouldBe([new("收入", "10.00"), new("支出", "20.00"), new("old_key", "旧要素")]);

    [Fact]
    public void An_item_that_was_never_released_has_no_page() =>
        Should.Throw<ArgumentException>(() => ItemPageModel.From(Published() with { Releases = [] }, Catalogue));

    [Fact]
    public void An_expired_item_says_so() =>
        ItemPageModel.From(Published() with { Status = ItemStatus.Expired }, Catalogue).Validity.ShouldBe(Validity.Expired);

    [Fact]
    public void A_list_row_names_entry_and_office_and_keeps_codes_that_are_gone()
    {
        var row = new PublicationRow("a-2014-1", "x/1", "标题", "16-01", "16", "财政类", "v01", "public", "village", new DateOnly(2014, 11, 5), Noon, new DateOnly(2014, 11, 1), null, 1);
        ListRow.From(row, Catalogue).ShouldBe(new ListRow("a-2014-1", "标题", "村务公开", "村级财务收支", "财政类", "兰光村村委会", new DateOnly(2014, 11, 5)));
        ListRow.From(row with { Entry = "99-01", Category = "99", Office = "gone" }, Catalogue).ShouldBe(new ListRow("a-2014-1", "标题", "99", "99-01", "财政类", "gone", new DateOnly(2014, 11, 5)));
    }

    private static DateTimeOffset Noon => new(2014, 10, 31, 17, 0, 0, TimeSpan.Zero);

    private static Item Published() => new()
    {
        Id = "ligang-2014-1",
        Agency = "ligang",
        Year = 2014,
        IndexNumber = "640122000/2014-00001",
        Entry = "16-01",
        Category = "16",
        StatisticClass = "财政类",
        CatalogueVersion = "1",
        Office = "v01",
        Content = First with { Title = "还没有批准的新标题" },
        Version = 2,
        Status = ItemStatus.Revising,
        Responsibility = new Responsibility("张某", "孙某", "周某"),
        ApprovalPath = ApprovalPath.Group,
        Audience = Audience.Public,
        Releases = [new Release(1, First, Noon, Audience.Public, null)],
    };
}
