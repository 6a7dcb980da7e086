namespace Lianxin.Functions.UseCases;

/// <summary>What kind of work went wrong.</summary>
public enum TroubleKind
{
    /// <summary>A message that the host put aside after its last attempt.</summary>
    Poison,

    /// <summary>A publication that is being tried again.</summary>
    Retrying,

    /// <summary>A publication that is tried no more.</summary>
    GivenUp,

    /// <summary>A long job that failed, or whose message was lost.</summary>
    FailedJob,

    /// <summary>Something that a check of the register found gone or broken and could not make again.</summary>
    Lost,
}

/// <summary>Work that failed, as a state somebody can see (law 3 of the house). Instants are machine time.</summary>
/// <param name="What">What was to be done, in Chinese.</param>
/// <param name="Subject">With what: id of the item, key of the job; null for a message that cannot be read.</param>
/// <param name="NextTry">Null where nothing more happens by itself.</param>
/// <param name="Reason">Why it failed last, in Chinese.</param>
/// <param name="Text">The message as it lies there; empty for what is no message.</param>
/// <param name="CanRetry">False for what could only fail again.</param>
/// <param name="CanDismiss">Whether it can be put aside with a reason.</param>
public sealed record Trouble(
    string Id,
    TroubleKind Kind,
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
    bool CanDismiss);

/// <summary>What somebody did about a trouble; kept for good.</summary>
/// <param name="How"><c>retried</c> or <c>dismissed</c>.</param>
/// <param name="Note">Why it was dismissed; empty for a retry.</param>
public sealed record SettledTrouble(string Id, string How, string What, string? Subject, string Text, string Reason, string By, string ByName, DateTimeOffset At, string Note);
