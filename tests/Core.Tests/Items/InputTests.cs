using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

public class InputTests
{
    public static TheoryData<string, string, Func<ItemInput, object>> Wrong { get; } = new()
    {
        { "entry", "unknown-entry", i => i with { Entry = "99-99" } },
        { "title", "invalid-input", i => i with { Title = new string('长', 10_000) } },
        { "title", "invalid-input", i => i with { Title = " " } },
        { "body", "invalid-input", i => i with { Body = new string('长', 200_001) } },
        { "formedOn", "invalid-input", i => i with { FormedOn = "2026-02-30" } },
        { "formedOn", "invalid-input", i => i with { FormedOn = "昨天" } },
        { "formedOn", "invalid-input", i => i with { FormedOn = "2026-03-31" } },
        { "period", "invalid-input", i => i with { Period = null } },
        { "period", "invalid-input", i => i with { Period = "2026-03" } },
        { "period", "invalid-input", i => i with { Period = "2026-Q5" } },
        { "period", "invalid-input", i => i with { Period = "2026-Q2" } },
        { "village", "invalid-input", i => i with { Village = "nowhere" } },
        { "musts", "invalid-input", i => i with { Musts = ["everything"] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bad_input_is_named_by_field(string field, string code, Func<ItemInput, object> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var refusal = Submission.Create((ItemInput)change(Town.Input()), Town.Identity(), Town.As(Town.Clerk), draft: false).Refusal!;

        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Code.ShouldBe(code);
        refusal.Errors.ShouldContainKey(field);
    }

    [Fact]
    public void S29_every_missing_element_is_named()
    {
        var refusal = Submission.Create(Town.Input() with { Elements = new Dictionary<string, string>() }, Town.Identity(), Town.As(Town.Clerk), draft: false).Refusal!;

        refusal.Code.ShouldBe("invalid-elements");
        refusal.Errors.Keys.ShouldBe(Town.Catalogue.Entry("11-01")!.RequiredElements.Select(e => $"elements.{e.Key}"), ignoreOrder: true);
    }

    [Fact]
    public void A_draft_may_be_incomplete_but_not_wrong()
    {
        var bare = new ItemInput { Entry = "11-01", Title = "草稿" };

        Submission.Create(bare, Town.Identity(), Town.As(Town.Clerk), draft: true).Value!.After.Status.ShouldBe(ItemStatus.Draft);
        Submission.Create(bare with { FormedOn = "2026-02-30" }, Town.Identity(), Town.As(Town.Clerk), draft: true).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_returned_item_is_mended_and_submitted_again()
    {
        var returned = Examination.Review(
            Town.Submitted(), new ReviewInput("return", "标题不清楚", null, false, false, false, false), Town.Group, Town.As(Town.Reviewer)).Value!.After;
        returned.Status.ShouldBe(ItemStatus.Returned);

        var mended = Submission.Change(returned, new ItemInput { Title = "2026年一季度农村低保名单公示" }, Town.As(Town.Clerk)).Value!.After;
        var again = Submission.Submit(mended, Town.As(Town.Clerk)).Value!.After;

        again.Status.ShouldBe(ItemStatus.Submitted);
        again.Content.Title.ShouldBe("2026年一季度农村低保名单公示");
        again.Content.Body.ShouldBe(returned.Content.Body);
    }

    [Fact]
    public void A_return_without_a_reason_is_refused()
    {
        Examination.Review(Town.Submitted(), new ReviewInput("return", " ", null, true, true, true, true), Town.Group, Town.As(Town.Reviewer))
            .Refusal!.Errors.ShouldContainKey("comment");
    }
}
