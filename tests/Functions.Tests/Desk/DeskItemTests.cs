using System.Xml.Linq;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Functions.Desk;
using Lianxin.Tests.Pages;

namespace Lianxin.Functions.Tests.Desk;

public class DeskItemTests
{
    private static readonly string[] Routes = ["submission", "review", "opinions", "approval", "withdrawal"];

    [Theory]
    [InlineData(Role.Clerk, ItemStatus.Draft, "submission")]
    [InlineData(Role.Clerk, ItemStatus.Returned, "submission")]
    [InlineData(Role.Clerk, ItemStatus.Submitted, "")]
    [InlineData(Role.Reviewer, ItemStatus.Submitted, "review")]
    [InlineData(Role.Reviewer, ItemStatus.Reviewed, "")]
    [InlineData(Role.Leader, ItemStatus.Reviewed, "opinions")]
    [InlineData(Role.Leader, ItemStatus.Submitted, "")]
    [InlineData(Role.Chair, ItemStatus.Reviewed, "opinions approval")]
    [InlineData(Role.Chair, ItemStatus.Published, "withdrawal")]
    [InlineData(Role.Chair, ItemStatus.PublishedToParty, "withdrawal")]
    [InlineData(Role.Chair, ItemStatus.Withdrawn, "")]
    [InlineData(Role.Supervisor, ItemStatus.Submitted, "")]
    [InlineData(Role.Admin, ItemStatus.Draft, "")]
    [InlineData(Role.Member, ItemStatus.Reviewed, "")]
    public async Task S8_a_page_offers_the_steps_that_its_reader_may_take_now(Role role, ItemStatus status, string routes)
    {
        var page = await PageAsync(role, DeskSamples.ItemModel(status));
        Offered(page).ShouldBe(routes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void No_role_is_offered_a_step_in_a_state_that_has_none()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var status in Enum.GetValues<ItemStatus>().Except(
                [ItemStatus.Draft, ItemStatus.Returned, ItemStatus.Submitted, ItemStatus.Reviewed, ItemStatus.Published, ItemStatus.PublishedToParty, ItemStatus.Revising]))
                ItemActionRules.For(DeskSamples.Person(role), DeskSamples.Item(status)).ShouldBe(ItemActions.None);
        }
    }

    [Fact]
    public void Who_submitted_neither_reviews_nor_approves()
    {
        var reviewed = DeskSamples.Item(ItemStatus.Reviewed) with { SubmittedBy = "chair" };
        ItemActionRules.For(DeskSamples.Person(Role.Chair), reviewed).ShouldBe(ItemActions.Opine);
        var submitted = DeskSamples.Item(ItemStatus.Submitted) with { SubmittedBy = "reviewer" };
        ItemActionRules.For(DeskSamples.Person(Role.Reviewer), submitted).ShouldBe(ItemActions.None);
    }

    [Fact]
    public void Other_offices_other_agencies_and_those_not_asked_are_offered_nothing()
    {
        var draft = DeskSamples.Item(ItemStatus.Draft);
        ItemActionRules.For(DeskSamples.Person(Role.Clerk) with { Office = "dzb" }, draft).ShouldBe(ItemActions.None);
        ItemActionRules.For(DeskSamples.Person(Role.Clerk) with { Agency = "other" }, draft).ShouldBe(ItemActions.None);
        ItemActionRules.For(DeskSamples.Person(Role.Leader, "leader-9"), DeskSamples.Item(ItemStatus.Reviewed)).ShouldBe(ItemActions.None);
        ItemActionRules.For(null, draft).ShouldBe(ItemActions.None);
    }

    [Fact]
    public async Task Every_step_brings_the_version_that_was_seen()
    {
        var page = await PageAsync(Role.Chair, DeskSamples.ItemModel(ItemStatus.Reviewed));
        foreach (var form in Forms(page))
            form.Elements("input").Single(i => PageRules.Value(i, "name") == "ifMatch").Attribute("value")!.Value.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task S5_the_review_asks_the_four_questions_and_the_secrecy_check()
    {
        var page = await PageAsync(Role.Reviewer, DeskSamples.ItemModel(ItemStatus.Submitted));
        var fields = Forms(page).Single().Descendants().Where(e => e.Name.LocalName is "input" or "textarea").ToList();
        foreach (var name in new[] { "answers.complete", "answers.true", "answers.specific", "answers.lawful" })
            PageRules.Value(fields.Single(f => PageRules.Value(f, "name") == name), "value").ShouldBe("true");
        fields.Where(f => PageRules.Value(f, "name") == "decision").Select(f => PageRules.Value(f, "value")).ShouldBe(["accept", "return"]);
        fields.Where(f => PageRules.Value(f, "name") == "secrecyCheck").Select(f => PageRules.Value(f, "value")).ShouldBe(["passed", "refer"]);
        fields.ShouldNotContain(f => PageRules.Value(f, "checked") != null, "nothing is answered beforehand");
    }

    [Fact]
    public async Task A_refused_review_comes_back_with_what_was_ticked_and_typed()
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["decision"] = ["return"],
            ["answers.true"] = ["true"],
            ["comment"] = ["第三笔用途不明"],
        };
        var page = await PageAsync(Role.Reviewer, DeskSamples.ItemModel(ItemStatus.Submitted) with { Refused = new RefusedStep(ItemActions.Review, typed, DeskPageSet.Refused) });
        var form = Forms(page).Single();
        form.Descendants("input").Where(i => PageRules.Value(i, "checked") is not null)
            .Select(i => $"{PageRules.Value(i, "name")}={PageRules.Value(i, "value")}").ShouldBe(["decision=return", "answers.true=true"]);
        form.Descendants("textarea").Single().Value.Trim().ShouldBe("第三笔用途不明");
        page.Descendants("div").Single(d => PageRules.Value(d, "role") == "alert").Value.ShouldContain("有三处填写不对。");
    }

    [Fact]
    public async Task S10_overriding_an_objection_asks_for_its_reason_and_only_then()
    {
        var model = DeskSamples.ItemModel(ItemStatus.Reviewed);
        Names(await PageAsync(Role.Chair, model)).ShouldContain("overrideReason");
        var asked = model.Item.Consultation!;
        var agreed = model with { Item = model.Item with { Consultation = asked with { Opinions = [.. asked.Opinions, asked.Opinions[0] with { Agrees = true }] } } };
        Names(await PageAsync(Role.Chair, agreed)).ShouldNotContain("overrideReason");
    }

    [Fact]
    public async Task The_approval_names_every_property_of_its_body()
    {
        var names = Names(await PageAsync(Role.Chair, DeskSamples.ItemModel(ItemStatus.Reviewed)));
        foreach (var name in new[] { "decision", "audience", "channels", "publishOn", "overrideReason", "exemptionArticle", "exemptionReason", "comment" })
            names.ShouldContain(name);
    }

    [Theory]
    [InlineData(ItemStatus.Draft, 0)]
    [InlineData(ItemStatus.Submitted, 1)]
    [InlineData(ItemStatus.Reviewed, 2)]
    [InlineData(ItemStatus.Approved, 4)]
    public async Task The_current_step_is_marked(ItemStatus status, int at)
    {
        var steps = Steps(await PageAsync(Role.Supervisor, DeskSamples.ItemModel(status)));
        steps.Select(s => s.Element("strong")!.Value).ShouldBe(["申报", "审核", "征求意见", "批准", "公开"]);
        steps.Select(s => PageRules.Value(s, "aria-current") == "step").ShouldBe(Enumerable.Range(0, 5).Select(i => i == at));
    }

    [Fact]
    public void Every_status_has_its_place_on_the_way()
    {
        foreach (var status in Enum.GetValues<ItemStatus>())
        {
            foreach (var path in Enum.GetValues<ApprovalPath>())
                StepTrack.Of(DeskSamples.Item(status, path)).Count(s => s.State is StepState.Current or StepState.Stopped).ShouldBe(status is ItemStatus.Published or ItemStatus.Revising ? 0 : 1);
        }
    }

    [Fact]
    public void The_short_path_asks_nobody_else()
    {
        var steps = StepTrack.Of(DeskSamples.Item(ItemStatus.Published, ApprovalPath.Review));
        steps[2].State.ShouldBe(StepState.Skipped);
        steps[3].ShouldBe(new Step("批准", StepState.Done, "审核通过即批准"));
    }

    [Fact]
    public async Task Deadlines_opinions_chain_and_history_are_shown()
    {
        var text = PageRules.Text(await PageAsync(Role.Supervisor, DeskSamples.ItemModel(ItemStatus.Reviewed)));
        text.ShouldContain("2014-11-24 暂定 自成文日期次日起20个工作日");
        text.ShouldContain("分管领导 张某 站所负责人 赵某 经办人 钱某");
        text.ShouldContain("刘某 不同意 第三笔的用途要补充。 陈某 尚未答复");
        text.ShouldContain("2. 审核通过 李某（审核人） 2014-11-18 14:05 待审核 → 征求意见中 用途写得清楚。");
        text.ShouldContain("还剩 4 天");
    }

    [Fact]
    public async Task A_party_member_reads_the_item_and_not_how_it_was_decided()
    {
        var text = PageRules.Text(await PageAsync(Role.Member, DeskSamples.ItemModel(ItemStatus.PublishedToParty)));
        text.ShouldContain("公开期限");
        text.ShouldNotContain("刘某");
        text.ShouldNotContain("用途写得清楚");
        text.ShouldNotContain("办理记录");
    }

    [Fact]
    public async Task An_item_without_files_shows_no_list_of_files()
    {
        var model = DeskSamples.ItemModel(ItemStatus.Submitted);
        var bare = model with { Item = model.Item with { Content = model.Item.Content with { Attachments = [] } } };
        PageRules.Text(await PageAsync(Role.Supervisor, bare)).ShouldNotContain("附件");
    }

    private static async Task<XDocument> PageAsync(Role role, DeskItemModel model) =>
        PageRules.ShouldBeSound(await DeskSamples.Pages(role).ItemAsync(model, TestContext.Current.CancellationToken), DeskSamples.Site, DeskSamples.Api);

    private static List<XElement> Forms(XDocument page) =>
        [.. page.Descendants("form").Where(f => PageRules.Value(f, "action")!.Contains("/api/items/", StringComparison.Ordinal))];

    private static List<string> Offered(XDocument page) =>
        [.. Forms(page).Select(f => PageRules.Value(f, "action")!.Split('/')[^1]).Where(Routes.Contains)];

    private static HashSet<string?> Names(XDocument page) =>
        [.. Forms(page).SelectMany(f => f.Descendants()).Where(e => e.Name.LocalName is "input" or "select" or "textarea").Select(e => PageRules.Value(e, "name"))];

    private static List<XElement> Steps(XDocument page) =>
        [.. page.Descendants("ol").Single(o => PageRules.Value(o, "class") == "steps").Elements("li")];
}
