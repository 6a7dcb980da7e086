using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;

namespace Lianxin.Storage;

/// <summary>Every table, container and queue of the house, in one place; <c>PrepareAsync</c> makes exactly these.</summary>
public static class StorageNames
{
    public const string Register = "register";

    /// <summary>Which years an agency's register has.</summary>
    public const string Years = "years";
    public const string Counters = "counters";
    public const string Accounts = "accounts";
    public const string Jobs = "jobs";
    public const string Reports = "reports";

    public static IReadOnlyList<string> Tables { get; } = [Register, Years, Counters, Accounts, Jobs, Reports, .. LedgerNames.All];

    public static IReadOnlyList<string> Documents { get; } =
        [Containers.Site, Containers.Reports, Containers.Bulletins, Containers.Attachments, Containers.Sealed, Containers.Keys, Containers.Handover, Containers.Anchors];

    public static IReadOnlyList<string> Queues { get; } = ["publication", "republication", "notification", "work"];

    /// <summary>The Functions host moves a message here when its function failed too often.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}
