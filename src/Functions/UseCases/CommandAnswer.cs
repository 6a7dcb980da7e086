using Lianxin.Core;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>What became of a command: the item as it now is, or the refusal.</summary>
/// <param name="Repeated">True when the command had been carried out before under the same idempotency key.</param>
public sealed record CommandAnswer(Item? Item, Refusal? Refusal, bool Repeated = false)
{
    public static CommandAnswer Done(Item item) => new(item, null);

    public static CommandAnswer Refused(Refusal refusal) => new(null, refusal);

    public static CommandAnswer Unknown { get; } =
        Refused(new Refusal(RefusalKind.Unknown, "unknown-item", "没有这条信息，或者您无权查看。"));

    public static CommandAnswer Stale { get; } =
        Refused(new Refusal(RefusalKind.Stale, "stale", "这条信息刚刚被他人改动或您已经办理过，请刷新后再操作。"));
}
