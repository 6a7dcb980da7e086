using Lianxin.Core.Publication;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Tests.Hosting;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

public sealed class WallSheetsTests
{
    private readonly TownHall town = new();
    private readonly WallSheets walls;

    public WallSheetsTests()
    {
        var portal = new PortalSettings("立岗镇人民政府", new Uri("https://town.example"), new Uri("https://api.town.example"), new PortalContact("党政办公室"));
        var fonts = new Lazy<FontLibrary>(() => FontLibrary.Load(Path.Combine(Repository.Root, ".cache", "fonts")));
        // Two groups are as good as all of them, and two dozen PDFs a month faster.
        var reference = new ReferenceData(town.Reference.Catalogue with { Groups = [.. town.Reference.Catalogue.Groups.Take(2)] }, town.Reference.Calendar);
        walls = new WallSheets(town.Feedback.Cases, town.Ledgers, town.Documents, fonts, portal, new PortalLinks(portal), reference, town.Business);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S25_the_day_after_a_month_every_group_has_its_sheet_also_one_that_asked_for_nothing_and_once_only()
    {
        var group = town.Reference.Catalogue.Groups[0].Code;
        var since = new DateOnly(2026, 1, 1);
        (await walls.MakeDueAsync(TownHall.Agency, since, Stop)).ShouldBe(2, "January and February are over on March 2");
        (await walls.MakeDueAsync(TownHall.Agency, since, Stop)).ShouldBe(0);

        (await walls.LinkAsync(TownHall.Agency, "2026-02", group, "a3", Stop)).Accepted.ShouldBeTrue();
        (await walls.LinkAsync(TownHall.Agency, "2026-03", group, "a4", Stop)).Refusal!.Code.ShouldBe("no-sheet");
        var sheet = await town.Room.Documents.FindAsync(Containers.Bulletins, $"{TownHall.Agency}/wall/2026-02/{group}-a4.pdf", Stop);
        sheet!.Bytes.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-Q1", "cun-01-1", "a4", "month")]
    [InlineData(null, "cun-01-1", "a4", "month")]
    [InlineData("2026-02", "nowhere", "a4", "group")]
    [InlineData("2026-02", "cun-01-1", "a5", "paper")]
    public async Task What_is_wrong_in_the_address_is_named(string? month, string group, string paper, string field) =>
        (await walls.LinkAsync(TownHall.Agency, month, group, paper, Stop)).Refusal!.Errors.Keys.ShouldBe([field]);
}
