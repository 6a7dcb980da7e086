namespace Lianxin.Core.Items;

/// <summary>Why a file may leave the house. Closed by default: what nobody and nothing has read stays for staff only.</summary>
public enum FileClearance
{
    Unread,

    /// <summary>Read to its end by the detectors, nothing found.</summary>
    Clean,

    /// <summary>The detectors cannot read it; the reviewer has looked at it.</summary>
    Ticked,

    /// <summary>Something was found, and the reviewer let it pass with reason and article.</summary>
    Overridden,
}
