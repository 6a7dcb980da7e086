using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

/// <summary>A town with its shipped catalogue, and the people who take the steps.</summary>
internal static class Town
{
    public const string Agency = "ligang";

    public static readonly DateTimeOffset Morning = new(2026, 3, 30, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly Actor Clerk = new("clerk", "经办人", Role.Clerk, Agency, "minzheng");
    public static readonly Actor OtherClerk = new("clerk2", "财政经办人", Role.Clerk, Agency, "caizheng");
    public static readonly Actor Reviewer = new("reviewer", "审核人", Role.Reviewer, Agency, "dangzheng");
    public static readonly Actor LeaderOne = new("leader1", "成员甲", Role.Leader, Agency, "dangzheng");
    public static readonly Actor LeaderTwo = new("leader2", "成员乙", Role.Leader, Agency, "dangzheng");
    public static readonly Actor Chair = new("chair", "组长", Role.Chair, Agency, "dangzheng");
    public static readonly Actor Supervisor = new("supervisor", "监督员", Role.Supervisor, Agency, "jiwei");
    public static readonly Actor Member = new("member", "党员", Role.Member, Agency, "dangzheng");
    public static readonly Actor Admin = new("admin", "管理员", Role.Admin, Agency, "dangzheng");
    public static readonly Actor Queue = Actor.Machine("queue:publication", Agency);

    public static readonly IReadOnlyList<GroupMember> Group =
    [
        new(Chair.Account, Chair.Name, Role.Chair), new(LeaderOne.Account, LeaderOne.Name, Role.Leader), new(LeaderTwo.Account, LeaderTwo.Name, Role.Leader),
    ];

    public static DisclosureCatalogue Catalogue { get; } = ShippedData.Catalogue;

    public static WorkingDayCalendar Calendar { get; } = ShippedData.Calendar;

    public static CommandContext As(Actor by, DateTimeOffset? now = null) =>
        new(by, now ?? Morning, now ?? Morning, Catalogue, Calendar, new ItemLimits(), new ProcedureSettings());

    /// <summary>A complete submission for an entry, with believable values for its elements.</summary>
    public static ItemInput Input(string entryCode = "11-01")
    {
        var entry = Catalogue.Entry(entryCode)!;
        return new ItemInput
        {
            Entry = entryCode,
            Title = "2026年第一季度农村低保公示",
            Body = "本季度农村低保按规定程序评议、公示。",
            FormedOn = "2026-03-28",
            Period = entry.Cadence switch { Cadence.Quarterly => "2026-Q1", Cadence.Monthly => "2026-03", Cadence.Annual => "2025", _ => null },
            Elements = entry.RequiredElements.ToDictionary(e => e.Key, e => Value(e.Type), StringComparer.Ordinal),
            Musts = [.. entry.Musts.Select(Names.Of)],
        };
    }

    public static string Value(ElementType type) => type switch
    {
        ElementType.Date => "2026-03-20",
        ElementType.Month => "2026-03",
        ElementType.Year => "2026",
        ElementType.Money => "1200.50",
        ElementType.Count => "3",
        ElementType.Phone => "0951-8000123",
        _ => "示例内容",
    };

    public static NewItemIdentity Identity(string unique = "0001") => new($"{Agency}-2026-{unique}", 2026, "test/2026-00001");

    public static ReviewInput Accept { get; } = new("accept", "", "passed", true, true, true, true);

    public static ApprovalInput Approve { get; } = new("approve", null, null, null, null, null, null, null, null);

    public static Item Submitted(string entry = "11-01") =>
        Submission.Create(Input(entry), Identity(), As(Clerk), draft: false).Value!.After;

    public static Item Reviewed(string entry = "11-01") =>
        Examination.Review(Submitted(entry), Accept, Group, As(Reviewer)).Value!.After;

    public static Item Agreed(string entry = "11-01")
    {
        var item = Reviewed(entry);
        foreach (var member in new[] { LeaderOne, LeaderTwo })
        {
            item = GroupDecision.GiveOpinion(item, "agree", null, As(member)).Value!.After;
        }

        return item;
    }

    public static Item Approved(string entry = "11-01") => GroupDecision.Approve(Agreed(entry), Approve, As(Chair)).Value!.After;
}
