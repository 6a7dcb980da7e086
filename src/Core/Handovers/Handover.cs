namespace Lianxin.Core.Handovers;

/// <summary>What is handed over to the county's portal.</summary>
public enum HandoverKind
{
    /// <summary>A version that went out.</summary>
    Publication,

    /// <summary>撤下通知: what was handed over is to be taken down there too.</summary>
    Withdrawal,
}

/// <summary>What a look at the county's address showed.</summary>
public enum CheckResult
{
    /// <summary>Title and text stand there.</summary>
    Shown,

    /// <summary>The page came, and something is missing on it.</summary>
    NotShown,

    /// <summary>No page came.</summary>
    Unreachable,

    /// <summary>After a withdrawal: it stands there no more.</summary>
    Gone,

    /// <summary>After a withdrawal: it still stands there.</summary>
    StillShown,
}

/// <summary>How an item stands with the county: <see cref="CheckResult"/> once somebody looked, before that whether it was handed over.</summary>
public enum HandoverStatus
{
    Waiting,
    HandedOver,
    Shown,
    NotShown,
    Unreachable,
    Gone,
    StillShown,
}

/// <param name="Missing">Beginnings of what was not found: the title, and paragraphs.</param>
/// <param name="Reason">In Chinese, why no page came; null where one did.</param>
/// <param name="At">Machine instant.</param>
/// <param name="TextHash">SHA-256 of the normalised title and text that were looked for, hexadecimal.</param>
public sealed record HandoverCheck(CheckResult Result, IReadOnlyList<string> Missing, string? Reason, DateTimeOffset At, string TextHash);

/// <summary>A tick that a later one took the place of.</summary>
public sealed record EarlierHandover(HandoverKind Kind, int Version, string Address, DateOnly HandedOverOn, string By, HandoverCheck? Check);

/// <summary>移交: that a version, or the taking down, was handed over, where the county shows it, and what a look at it showed.</summary>
/// <param name="Version">The version that was handed over; for a withdrawal the last one that was public.</param>
/// <param name="HandedOverOn">Day in China Standard Time.</param>
/// <param name="By">Account of whoever ticked it.</param>
public sealed record Handover(string ItemId, string Agency, HandoverKind Kind, int Version, string Address, DateOnly HandedOverOn, string By, DateTimeOffset TickedAt)
{
    public HandoverCheck? Check { get; init; }

    /// <summary>Looks of the nightly sweep since the tick.</summary>
    public int Tries { get; init; }

    /// <summary>When somebody asked for a look that has not come yet, machine time; null for none.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EarlierHandover> Earlier { get; init; } = [];
}
