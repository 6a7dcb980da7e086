namespace Lianxin.Core.Ledgers;

/// <summary>The books that are kept beside the register; a name is also the name of the table.</summary>
public static class LedgerNames
{
    /// <summary>Duties, quarter runs, waivers, supervision orders 督办 and evidence of posting.</summary>
    public const string Duties = "duties";

    /// <summary>Feedback 投诉反馈 from the public.</summary>
    public const string Feedback = "feedback";

    /// <summary>The 连心 register of cases.</summary>
    public const string Cases = "cases";

    /// <summary>Notices to people, and what became of them.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Dated records 登记 of what the register of items does not hold.</summary>
    public const string Records = "records";

    /// <summary>What was handed over to the county's portal 移交, and whether it shows there.</summary>
    public const string Handovers = "handovers";

    public static IReadOnlyList<string> All { get; } = [Duties, Feedback, Cases, Deliveries, Records, Handovers];
}

/// <summary>Every ledger of the house.</summary>
public interface ILedgers
{
    ILedger Duties { get; }

    ILedger Feedback { get; }

    ILedger Cases { get; }

    ILedger Deliveries { get; }

    ILedger Records { get; }

    ILedger Handovers { get; }
}

/// <summary>Parts of ledger keys that sort as they should.</summary>
public static class LedgerKeys
{
    /// <summary>The first key after everything that begins with <paramref name="prefix"/>.</summary>
    public static string After(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return string.Concat(prefix.AsSpan(0, prefix.Length - 1), ((char)(prefix[^1] + 1)).ToString());
    }
}
