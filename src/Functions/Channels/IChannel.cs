using Lianxin.Core.Notices;

namespace Lianxin.Functions.Channels;

/// <summary>What a channel made of a notice.</summary>
public abstract record ChannelOutcome
{
    private ChannelOutcome()
    {
    }

    /// <summary>The other side has taken it.</summary>
    public sealed record Taken : ChannelOutcome;

    /// <summary>There is no way out: nothing is set up, or the person has no address of this kind.</summary>
    public sealed record Closed(string Reason) : ChannelOutcome;

    /// <param name="Reason">In Chinese, without addresses and secrets.</param>
    /// <param name="ForGood">Trying again is of no use before somebody has changed something.</param>
    public sealed record Failed(string Reason, bool ForGood) : ChannelOutcome;
}

/// <summary>A way out of this app. It ends by itself well within <see cref="DeliverySteps.Lease"/> and throws only when it is cancelled.</summary>
public interface IChannel
{
    bool Serves(NoticeChannel channel);

    /// <param name="id">The delivery's id: a second try may show it to the other side, so that it can tell a repetition.</param>
    Task<ChannelOutcome> SendAsync(Contact to, Digest digest, string id, CancellationToken cancellation);
}

/// <summary>How long a channel may take for one notice, with everything; real time, since it waits for the network.</summary>
public sealed record ChannelTimeout(TimeSpan Limit)
{
    public static readonly ChannelTimeout Default = new(TimeSpan.FromSeconds(60));
}
