using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Tests.Items;

namespace Lianxin.Core.Tests.Feedback;

/// <summary>Pieces and cases on their way, in the town of the items' tests.</summary>
internal static class FeedbackDesk
{
    public const string Id = "ligang-2026-0k3m";

    public static readonly FeedbackSubject Subject = new("ligang-2026-0001", "2026年第一季度农村低保公示", "minzheng");

    public static FeedbackInput Typed(string text = "名单里漏了一户。", string kind = "opinion", string? contact = null) => new(kind, text, contact);

    public static Decision<FeedbackPiece> Receive(FeedbackInput input, string id = Id, DateTimeOffset? now = null) =>
        FeedbackIntake.Receive(input, id, Subject, new FeedbackLimits(), byStaff: false, Town.As(Access.Actor.Anyone(Town.Agency), now));

    public static FeedbackPiece Received(string id = Id, DateTimeOffset? now = null) => Receive(Typed(), id, now).Value!;

    public static ScreeningInput Register { get; } = new("register", "入户核实后补录。", "minzheng", null, null, Group: "cun-01-1", Request: "核实低保名单");

    public static ScreeningInput Screening(string decision, string? reply = null, string? into = null) => new(decision, reply, null, null, into);

    public static FeedbackPiece Registered(string id = Id, DateTimeOffset? now = null) =>
        FeedbackScreening.Screen(Received(id, now), Register, null, Town.As(Town.Reviewer, now)).Value!.After;

    public static LianxinCase Opened() => CaseOpening.From(Registered())!;

    public static LianxinCase Resolved(string outcome = "done") =>
        CaseSteps.Resolve(Opened(), new ResolutionInput(outcome, "已经补录。", "县民政局"), Town.As(Town.Clerk)).Value!;

    public static LianxinCase Closed() => CaseClosings.Confirm(Resolved(), new ConfirmationInput(null, null), false, new CaseSettings(), Town.As(Town.Reviewer)).Value!;

    public static CommandContext Later(int days, Access.Actor? by = null) => Town.As(by ?? Access.Actor.Anyone(Town.Agency), Town.Morning.AddDays(days));
}
