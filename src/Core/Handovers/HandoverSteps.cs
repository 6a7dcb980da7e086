using Lianxin.Core.Access;

namespace Lianxin.Core.Handovers;

/// <summary>The steps of a handover: the tick, the wish for a look, the look.</summary>
public static class HandoverSteps
{
    private const int MostEarlier = 50;

    /// <summary>移交登记: somebody has handed it over and says where it stands.</summary>
    /// <param name="address">As typed.</param>
    /// <param name="on">Day in China Standard Time; null where none was given.</param>
    /// <returns>The very same record where nothing is new.</returns>
    public static Decision<Handover> Tick(
        WantedHandover wanted, Handover? before, string? address, DateOnly? on, CountyHosts hosts, Actor by, DateOnly today, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(by);
        var read = hosts.Read(address);
        if (!read.Accepted)
        {
            return read.Refusal;
        }

        if (on is not { } day)
        {
            return Refusal.Field("handedOverOn", "请填写移交日期。");
        }

        if (day > today || day < wanted.From)
        {
            return Refusal.Field("handedOverOn", day > today ? "移交日期不能晚于今天。" : "移交日期不能早于本机关公开的日期。");
        }

        if (HandoverRules.IsDone(wanted, before) && before!.Address == read.Value.AbsoluteUri && before.HandedOverOn == day)
        {
            return before;
        }

        IReadOnlyList<EarlierHandover> earlier = before is null
            ? []
            : [.. before.Earlier.Append(new EarlierHandover(before.Kind, before.Version, before.Address, before.HandedOverOn, before.By, before.Check)).TakeLast(MostEarlier)];
        return new Handover(wanted.ItemId, by.Agency, wanted.Kind, wanted.Version, read.Value.AbsoluteUri, day, by.Account, now) { Earlier = earlier };
    }

    /// <summary>Somebody wants to know whether it shows.</summary>
    public static Decision<Handover> Ask(WantedHandover wanted, Handover? done, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return HandoverRules.IsDone(wanted, done)
            ? done! with { AskedAt = now }
            : new Refusal(RefusalKind.IllegalStep, "not-handed-over", "这条信息还没有登记移交，请先登记移交日期和网址，再检查。");
    }

    /// <summary>A look was taken.</summary>
    public static Handover Checked(Handover done, HandoverCheck check)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done with { Check = check, Tries = done.Tries + 1, AskedAt = null };
    }
}
