using Lianxin.Core.Access;
using Lianxin.Core.Handovers;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Handovers;

/// <summary>What waits follows from the register and the ticks alone.</summary>
public class HandoverStepsTests
{
    private const string There = "https://county.example/1.html";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly CountyHosts Hosts = new(["county.example"], []);
    private static readonly Actor Clerk = new("clerk", "经办人", Role.Clerk, "ligang", "dangzheng");

    [Theory]
    [InlineData(ItemStatus.Published, "public", false, HandoverKind.Publication)]
    [InlineData(ItemStatus.Published, "village", false, HandoverKind.Publication)]
    [InlineData(ItemStatus.Revising, "public", true, HandoverKind.Publication)]
    [InlineData(ItemStatus.Withdrawn, "public", true, HandoverKind.Withdrawal)]
    [InlineData(ItemStatus.Expired, "public", true, HandoverKind.Withdrawal)]
    [InlineData(ItemStatus.Withdrawn, "public", false, null)]
    [InlineData(ItemStatus.PublishedToParty, "party-only", true, HandoverKind.Withdrawal)]
    [InlineData(ItemStatus.PublishedToParty, "party-only", false, null)]
    public void What_the_county_should_have_follows_from_what_is_public_and_what_it_got(ItemStatus status, string audience, bool given, HandoverKind? wanted) =>
        (HandoverRules.WantedOf(Row(status, audience), given ? Ticked() : null)?.Kind).ShouldBe(wanted);

    [Fact]
    public void A_tick_holds_for_its_version_and_kind_only()
    {
        var done = Ticked();
        HandoverRules.StatusOf(Wanted(), done).ShouldBe(HandoverStatus.HandedOver);
        HandoverRules.StatusOf(Wanted() with { Version = 2 }, done).ShouldBe(HandoverStatus.Waiting);
        HandoverRules.StatusOf(Wanted() with { Kind = HandoverKind.Withdrawal }, done).ShouldBe(HandoverStatus.Waiting);
    }

    [Fact]
    public void The_same_tick_again_is_the_same_record_and_another_keeps_the_one_before()
    {
        var done = Ticked();
        HandoverSteps.Tick(Wanted(), done, There, Today, Hosts, Clerk, Today, Now.AddHours(1)).Value.ShouldBeSameAs(done);
        var moved = HandoverSteps.Tick(Wanted(), done, There + "?2", Today, Hosts, Clerk, Today, Now.AddHours(1)).Value!;
        moved.Address.ShouldBe(There + "?2");
        moved.Earlier.Single().Address.ShouldBe(There);
        moved.Check.ShouldBeNull();
    }

    [Fact]
    public void The_sweep_looks_until_it_shows_and_at_most_seven_times()
    {
        var done = Ticked();
        for (var night = 0; night < HandoverRules.MostTries; night++)
        {
            HandoverRules.IsOpen(done).ShouldBeTrue();
            done = HandoverSteps.Checked(done, new HandoverCheck(CheckResult.NotShown, ["x"], null, Now, ""));
        }

        HandoverRules.IsOpen(done).ShouldBeFalse();
        HandoverRules.IsOpen(HandoverSteps.Checked(Ticked(), new HandoverCheck(CheckResult.Shown, [], null, Now, ""))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://county.example/a?b=1#c", true)]
    [InlineData("http://COUNTY.example/", true)]
    [InlineData(" https://county.example/ ", true)]
    [InlineData("https://county.example:444/", false)]
    [InlineData("https://sub.county.example/", false)]
    [InlineData("https://county.example./", false)]
    [InlineData("https://county.example\\@evil.example/", false)]
    [InlineData("ftp://county.example/", false)]
    [InlineData("http://[::1]/", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://0x7f.1/", false)]
    [InlineData("县政府网站", false)]
    public void Only_the_countys_own_addresses_are_taken(string address, bool taken) => Hosts.Read(address).Accepted.ShouldBe(taken);

    [Fact]
    public void A_very_long_address_is_refused() => Hosts.Read("https://county.example/" + new string('a', 500)).Accepted.ShouldBeFalse();

    [Fact]
    public void A_name_in_Chinese_is_the_same_as_its_ASCII_form() =>
        new CountyHosts(["xn--fsqu00a.xn--0zwm56d"], []).Read("https://例子.测试/").Accepted.ShouldBeTrue();

    private static Handover Ticked() => HandoverSteps.Tick(Wanted(), null, There, Today, Hosts, Clerk, Today, Now).Value!;

    private static WantedHandover Wanted() => new("ligang-2026-1", HandoverKind.Publication, 1, Today);

    private static PublicationRow Row(ItemStatus status, string audience) => new(
        "ligang-2026-1", "640000000/2026-00001", "示例", "01-03", "01", "工作动态类", "dangzheng", audience, "government", Today, Now, Today, null, 1, status);
}
