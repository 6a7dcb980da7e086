using Lianxin.Core;
using Lianxin.Core.Handovers;
using Lianxin.Core.Items;
using Lianxin.Functions.Desk;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.Tests.Desk;

/// <summary>The list of handovers in every state; the text goes into every value that a person types.</summary>
internal static class HandoverSamples
{
    /// <summary>The county's portal, the one stranger that a desk page leads to.</summary>
    public const string County = "https://county.example/";

    public static HandoversModel Model(string text = "") => new(
        "", "", DeskSamples.Catalogue(text),
        [
            Line("1", null, text),
            Line("2", new HandoverCheck(CheckResult.Shown, [], null, DeskSamples.Morning, "ab"), text),
            Line("3", new HandoverCheck(CheckResult.NotShown, ["第三笔资金用于渠道维修" + text], null, DeskSamples.Morning, "ab"), text),
            Line("4", new HandoverCheck(CheckResult.Unreachable, [], "县级门户没有按时应答" + text, DeskSamples.Morning, "ab"), text),
            Line("5", new HandoverCheck(CheckResult.StillShown, [], null, DeskSamples.Morning, "ab"), text, ItemStatus.Withdrawn),
        ],
        DeskSamples.Today, false, "ligang-2014-5");

    public static HandoversModel Refused(string text = "") => Model(text) with
    {
        Refused = new RefusedHandover("ligang-2014-1", Refusal.Field("address", "网址不属于县级门户。" + text), new Dictionary<string, string> { ["address"] = "http://x.example/" + text, ["handedOverOn"] = "2014-13-01" + text }),
    };

    private static HandoverLine Line(string number, HandoverCheck? check, string text, ItemStatus status = ItemStatus.Published)
    {
        var row = new PublicationRow(
            "ligang-2014-" + number, "640122000/2014-0000" + number, "民生工程资金拨付情况" + text, "10-03", "10", "财政类", "czs", "public", "government",
            new DateOnly(2014, 11, 5), DeskSamples.Morning, new DateOnly(2014, 11, 3), null, 1, status);
        var kind = status == ItemStatus.Withdrawn ? HandoverKind.Withdrawal : HandoverKind.Publication;
        var done = check is null ? null : new Handover(row.Id, "ligang", kind, 1, County + "a.html", new DateOnly(2014, 11, 6), "clerk", DeskSamples.Morning) { Check = check, AskedAt = DeskSamples.Morning };
        return HandoverList.LineOf(row, done)!;
    }
}
