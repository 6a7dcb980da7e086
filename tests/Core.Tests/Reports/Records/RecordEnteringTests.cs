using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Tests.Reports.Records;

public class RecordEnteringTests
{
    private static readonly RecordInput Closed = Statutory.Application("2025-001", "2025-03-02", "2025-03-20", "granted");

    public static TheoryData<string, RecordInput> Wrong => new()
    {
        { "number", Closed with { Number = " " } },
        { "on", Closed with { On = null } },
        { "on", Closed with { On = Statutory.Entry.Today.AddDays(1), EndedOn = null, Outcome = null } },
        { "on", Closed with { On = new DateOnly(2007, 12, 31) } },
        { "endedOn", Closed with { EndedOn = new DateOnly(2025, 3, 1) } },
        { "endedOn", Closed with { EndedOn = Statutory.Entry.Today.AddDays(1) } },
        { "endedOn", Closed with { EndedOn = null } },
        { "outcome", Closed with { Outcome = null } },
        { "outcome", Closed with { Outcome = "other_outcome.combined" } },
        { "outcome", Closed with { Outcome = "upheld" } },
        { "applicant", Closed with { Applicant = null } },
        { "applicant", Closed with { Applicant = "total" } },
        { "amount", Closed with { Amount = 1 } },
        { "kind", Closed with { Kind = "approval" } },
        { "endedOn", new RecordInput("license", "1", null, new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2), null, null, null, null, null) },
        { "amount", new RecordInput("charge", "1", null, new DateOnly(2025, 1, 1), null, null, null, null, null, null) },
        { "amount", new RecordInput("charge", "1", null, new DateOnly(2025, 1, 1), null, null, null, null, null, 0.001m) },
        { "amount", new RecordInput("charge", "1", null, new DateOnly(2025, 1, 1), null, null, null, null, null, -1) },
        { "category", new RecordInput("authority", "1", null, new DateOnly(2025, 1, 1), null, null, null, null, null, null) },
        { "outcome", new RecordInput("review", "1", null, new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1), null, null, "pending", null, null) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_does_not_fit_is_named_by_its_field(string field, RecordInput input) =>
        RecordEntering.Enter(Statutory.Kinds, input, null, Statutory.Entry).Refusal.ShouldNotBeNull().Errors.Keys.ShouldContain(field);

    [Fact]
    public void A_township_makes_no_rules()
    {
        var refusal = RecordEntering.Enter(Statutory.Kinds, Closed with { Kind = "rules" }, null, Statutory.Entry).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("no-competence");
        refusal.Detail.ShouldContain("无权制定规章");
    }

    [Fact]
    public void The_same_entered_twice_is_one_record()
    {
        var first = Statutory.Record(Closed);
        RecordEntering.Enter(Statutory.Kinds, Closed, first, Statutory.Entry with { Account = "another" }).Value.ShouldBeSameAs(first);
    }

    [Fact]
    public void A_correction_names_the_version_it_replaces_and_says_why()
    {
        var first = Statutory.Record(Statutory.Application("2025-001", "2025-03-02"));
        Code(Closed, first).ShouldBe("record-exists");
        Code(Closed with { Replaces = first.Id }, first).ShouldBe("invalid-input");
        Code(Closed with { Replaces = "lg-2025-application-0-v1", Reason = "办结" }, first).ShouldBe("record-changed");
        var second = RecordEntering.Enter(Statutory.Kinds, Closed with { Replaces = first.Id, Reason = "办结" }, first, Statutory.Entry).Value.ShouldNotBeNull();
        (second.Version, second.Replaces, second.Outcome).ShouldBe((2, first.Id, "granted"));
        second.Id.ShouldBe(first.Id[..^1] + "2");
        RecordEntering.Enter(Statutory.Kinds, Closed with { Replaces = second.Id, Reason = "重复", Void = true }, second, Statutory.Entry)
            .Value.ShouldNotBeNull().IsVoid.ShouldBeTrue();
    }

    [Fact]
    public void Another_office_may_not_correct_it()
    {
        var first = Statutory.Record(Statutory.Application("2025-001", "2025-03-02"));
        RecordEntering.Enter(Statutory.Kinds, Closed with { Replaces = first.Id, Reason = "办结" }, first, Statutory.Entry with { Office = "caizheng" })
            .Refusal.ShouldNotBeNull().Code.ShouldBe("other-office");
    }

    private static string Code(RecordInput input, DatedRecord present) =>
        RecordEntering.Enter(Statutory.Kinds, input, present, Statutory.Entry).Refusal.ShouldNotBeNull().Code;
}
