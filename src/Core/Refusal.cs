namespace Lianxin.Core;

/// <summary>Why a command was not carried out; each kind has one HTTP status (decided at the edge).</summary>
public enum RefusalKind
{
    /// <summary>The input itself is wrong (400).</summary>
    Invalid,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>There is no such thing for this caller (404).</summary>
    Unknown,

    /// <summary>The step is not allowed from the present state (409).</summary>
    IllegalStep,

    /// <summary>The thing was taken down (410).</summary>
    Gone,

    /// <summary>The caller's version is not the present one (412).</summary>
    Stale,

    /// <summary>More than is accepted at once (413).</summary>
    TooLarge,

    /// <summary>The same idempotency key came with another body (422).</summary>
    Mismatch,
}

/// <summary>
/// A refused command: a value, never an exception, because the business expects it.
/// <see cref="Code"/> is stable kebab-case English for programs, <see cref="Detail"/> is Chinese for people.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string Code, string Detail)
{
    /// <summary>Messages per field of the input, in Chinese.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Personal data that was found, masked; only with code <c>personal-data</c>.</summary>
    public IReadOnlyList<Privacy.PersonalDataFinding> Findings { get; init; } = [];

    /// <summary>Bad input in one field.</summary>
    public static Refusal Field(string field, string message, string code = "invalid-input") =>
        new(RefusalKind.Invalid, code, message)
        {
            Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [field] = [message] },
        };
}

/// <summary>What Core answers to a command: a value, or the refusal with its reason.</summary>
public sealed class Decision<T>
    where T : class
{
    private Decision(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

#pragma warning disable CA1000, CA2225 // The conversions below are the named constructors of this type.
    public static implicit operator Decision<T>(T value) => new(value, null);

    public static implicit operator Decision<T>(Refusal refusal) => new(null, refusal);
#pragma warning restore CA1000, CA2225
}
