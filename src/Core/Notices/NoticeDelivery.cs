using System.Globalization;

namespace Lianxin.Core.Notices;

/// <summary>What became of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>待发送: on its way, or being sent at this moment.</summary>
    Waiting,

    /// <summary>已发送: the channel has taken it.</summary>
    Sent,

    /// <summary>发送失败: will be tried again at <see cref="NoticeDelivery.NextTryAt"/>.</summary>
    Failed,

    /// <summary>已放弃: is tried no more until somebody orders it.</summary>
    GivenUp,

    /// <summary>仅在工作台: there is no way out to this person, or none is set up; no error.</summary>
    DeskOnly,
}

/// <summary>
/// A digest's way to its person by one channel. Instants are machine time, because retries never follow the demo's clock (api.md, Two clocks).
/// </summary>
/// <param name="Digest">Id of the digest; the delivery's own is <c>{digest}-{channel}</c>.</param>
/// <param name="Day">Business date of the digest.</param>
/// <param name="Version">Grows with every order to send and every try; a queue message names the one it means, so that a repeated message does nothing.</param>
/// <param name="Tries">Tries since it was made or last ordered by hand, counted before each begins, so that a crash in the middle counts too.</param>
/// <param name="Reason">Why it failed or waits on the desk, in Chinese, without addresses and secrets; empty otherwise.</param>
/// <param name="NextTryAt">Instant from which the sweep puts it back into the queue; null when nothing is to be tried.</param>
public sealed record NoticeDelivery(
    string Digest,
    DateOnly Day,
    NoticeChannel Channel,
    string Person,
    string Name,
    string Office,
    string Title,
    int Lines,
    DeliveryState State,
    int Version,
    int Tries,
    string Reason,
    DateTimeOffset? NextTryAt,
    DateTimeOffset MadeAt,
    DateTimeOffset? SentAt)
{
    public string Id => $"{Digest}-{NoticeWords.NameOf(Channel)}";

    /// <summary>True for what somebody ought to look at.</summary>
    public bool IsTroubled => State is DeliveryState.Failed or DeliveryState.GivenUp;

    /// <summary>The year in whose partition the delivery with this id lies; null for what is no id of this agency.</summary>
    public static int? YearOf(string agency, string id)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(id);
        return id.StartsWith(agency + "-", StringComparison.Ordinal)
            && id.Length > agency.Length + 11
            && DateOnly.TryParseExact(id.AsSpan(agency.Length + 1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.Year
            : null;
    }
}

/// <summary>
/// The life of a delivery: <c>waiting</c> → a try → <c>sent</c>, <c>desk-only</c>, or <c>failed</c> → <c>waiting</c> … → <c>given-up</c>.
/// </summary>
public static class DeliverySteps
{
    /// <summary>Tries of one order: with the pauses of <see cref="Pause"/> about two and a half hours, a morning's outage of a mail server.</summary>
    public const int MostTries = 6;

    /// <summary>A message that has not been worked off after this time is put back by the sweep; longer than the host's own five attempts at it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>How long a try may be under way before the sweep takes its process for dead; every channel ends itself much earlier.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    /// <summary>Pause after the n-th failed try: 5, 10, 20, 40, 80 minutes.</summary>
    public static TimeSpan Pause(int tries) => FirstPause * Math.Pow(2, tries - 1);

    /// <param name="now">Machine instant.</param>
    public static NoticeDelivery Make(Digest digest, NoticeChannel channel, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var made = new NoticeDelivery(
            digest.Id, digest.Day, channel, digest.Person, digest.Name, digest.Office, digest.Subject, digest.Lines.Count, DeliveryState.Waiting, 1, 0, "", now + Patience, now, null);
        return channel == NoticeChannel.Desk ? OnDeskOnly(made, "通讯录里没有此人的邮箱和群机器人") : made;
    }

    /// <summary>A try begins: from here on the message that ordered it is used up.</summary>
    public static NoticeDelivery Begin(NoticeDelivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery with { Version = delivery.Version + 1, Tries = delivery.Tries + 1, NextTryAt = now + Lease };
    }

    public static NoticeDelivery Sent(NoticeDelivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery with { State = DeliveryState.Sent, Reason = "", NextTryAt = null, SentAt = now };
    }

    public static NoticeDelivery OnDeskOnly(NoticeDelivery delivery, string reason)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery with { State = DeliveryState.DeskOnly, Reason = reason, NextTryAt = null };
    }

    /// <param name="forGood">The channel said that trying again is of no use: no such mailbox, a wrong robot.</param>
    public static NoticeDelivery Failed(NoticeDelivery delivery, string reason, bool forGood, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return forGood || delivery.Tries >= MostTries
            ? delivery with { State = DeliveryState.GivenUp, Reason = reason, NextTryAt = null }
            : delivery with { State = DeliveryState.Failed, Reason = reason, NextTryAt = now + Pause(delivery.Tries) };
    }

    /// <summary>What the sweep makes of a delivery whose instant has come: another turn, or the end where a process died in the last try.</summary>
    public static NoticeDelivery PutBack(NoticeDelivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Tries >= MostTries
            ? delivery with { State = DeliveryState.GivenUp, Reason = "多次发送都在途中中断，不知道对方是否已经收到", NextTryAt = null }
            : delivery with { State = DeliveryState.Waiting, NextTryAt = now + Patience };
    }

    /// <summary>An administrator orders another round of tries.</summary>
    public static Decision<NoticeDelivery> Retry(NoticeDelivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery switch
        {
            { Channel: NoticeChannel.Desk } => new Refusal(RefusalKind.IllegalStep, "no-way-out", "通讯录里没有此人的邮箱和群机器人，这条通知只能在工作台查看。"),
            { State: DeliveryState.Sent } => new Refusal(RefusalKind.IllegalStep, "already-sent", "这条通知已经发出，不再重发。"),
            { State: DeliveryState.Waiting } => new Refusal(RefusalKind.IllegalStep, "already-waiting", "这条通知正在等待发送。"),
            _ => delivery with { State = DeliveryState.Waiting, Version = delivery.Version + 1, Tries = 0, NextTryAt = now + Patience },
        };
    }
}
