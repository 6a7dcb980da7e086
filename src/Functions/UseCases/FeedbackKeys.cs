using System.Globalization;
using Lianxin.Core.Feedback;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Every key of the ledger <c>feedback</c>. An id ends with a dot where something follows it, because it may hold hyphens and no dot:
/// so the range of one item never holds another's.
/// </summary>
internal static class FeedbackKeys
{
    /// <summary>Prefix of the counts over all items.</summary>
    public const string AllTallies = "tally-all.";
    public const string Addresses = "address-";

    public static string Piece(string id) => "piece-" + id;

    public static string StatePrefix(FeedbackState? state) => state is { } s ? $"state-{Word(s)}-" : "state-";

    public static string State(FeedbackPiece piece) => StatePrefix(piece.State) + piece.Id;

    public static string ItemPrefix(string item, FeedbackState? state) => state is { } s ? $"item-{item}.{Word(s)}-" : $"item-{item}.";

    public static string DeskPrefix(string office, FeedbackState? state) => state is { } s ? $"desk-{office}.{Word(s)}-" : $"desk-{office}.";

    /// <summary>What was merged with a piece.</summary>
    public static string MergedPrefix(string target) => $"into-{target}.";

    public static string Code(ReceiptCode code) => "code-" + code.Hash;

    public static string Once(string keyHash) => "idem-" + keyHash;

    public static string AddressPrefix(string addressHash) => $"{Addresses}{addressHash}.";

    public static string RatePrefix(string item) => $"rate-{item}.";

    public static string TallyPrefix(string item) => $"tally-{item}.";

    public static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000}");

    public static int NumberOf(string key) => int.Parse(key.AsSpan(key.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);

    /// <summary>Every index row of a piece as it is.</summary>
    public static IEnumerable<string> Indexes(FeedbackPiece piece)
    {
        yield return State(piece);
        yield return DeskPrefix(piece.Office, piece.State) + piece.Id;
        if (piece.Item is { } item)
        {
            yield return ItemPrefix(item, piece.State) + piece.Id;
        }

        if (piece.Screening?.Into is { } target)
        {
            yield return MergedPrefix(target) + piece.Id;
        }
    }

    public static string Word(FeedbackState state) => Core.Names.Of(state);
}
