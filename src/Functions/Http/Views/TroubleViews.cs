using Lianxin.Core;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http.Views;

/// <summary>Work that failed (<c>GET /api/troubles</c>).</summary>
public sealed record TroubleView(
    string Id,
    string Kind,
    string What,
    string? Queue,
    string? Subject,
    int? Version,
    DateTimeOffset? Since,
    int Tries,
    DateTimeOffset? LastTry,
    DateTimeOffset? NextTry,
    string Reason,
    string Text,
    bool CanRetry,
    bool CanDismiss)
{
    /// <summary>Characters of a message that are shown; it may be up to 64 KiB of anything.</summary>
    private const int MostText = 500;

    public static TroubleView Of(Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return new TroubleView(
            trouble.Id, Names.Of(trouble.Kind), trouble.What, trouble.Queue, trouble.Subject, trouble.Version, trouble.Since, trouble.Tries, trouble.LastTry, trouble.NextTry,
            trouble.Reason, trouble.Text.Length <= MostText ? trouble.Text : trouble.Text[..MostText], trouble.CanRetry, trouble.CanDismiss);
    }
}

public sealed record TroubleListView(IReadOnlyList<TroubleView> Items, string? Continuation);

/// <summary>What was done about a trouble.</summary>
/// <param name="State"><c>retried</c> or <c>dismissed</c>.</param>
public sealed record TroubleAnswerView(string Id, string State);
