namespace Lianxin.Core.Items;

/// <summary>
/// A submission as it came in: every field still text, so that all its mistakes can be named at once.
/// Null means that the field was not sent (a change keeps the old value).
/// </summary>
public sealed record ItemInput
{
    public string? Entry { get; init; }
    public string? Office { get; init; }
    public string? Title { get; init; }
    public string? Body { get; init; }
    public string? FormedOn { get; init; }
    public string? Period { get; init; }
    public string? Village { get; init; }
    public IReadOnlyDictionary<string, string>? Elements { get; init; }
    public IReadOnlyList<string>? Musts { get; init; }
    public string? Source { get; init; }
    public string? Audience { get; init; }
    public string? ExemptionArticle { get; init; }
    public string? ExemptionReason { get; init; }
    public string? ChangeNote { get; init; }

    /// <summary>申请例外公开: why personal data has to be published; null keeps what was there.</summary>
    public string? PrivacyRequest { get; init; }

    /// <summary>零报告: the elements of the entry are not asked for, the body is the reason.</summary>
    public bool NilReturn { get; init; }

    /// <summary>Ids of the feedback that a revision answers; null keeps what was there.</summary>
    public IReadOnlyList<string>? BecauseOf { get; init; }

    /// <summary>更正: whether a revision puts an error right.</summary>
    public bool? Correction { get; init; }

    /// <summary>澄清: id of the item that is cleared up; empty for none.</summary>
    public string? Clarifies { get; init; }

    /// <summary>The item that <see cref="Clarifies"/> names, looked up by the outer room; null when there is none.</summary>
    public Item? Clarified { get; init; }

    /// <summary>Files uploaded with the submission, already in the store; null keeps what was there.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }
}

/// <summary>Identity that the outer room provides for a new item: Core invents none.</summary>
public sealed record NewItemIdentity(string Id, int Year, string IndexNumber);
