using Lianxin.Core;
using Lianxin.Core.Privacy;

namespace Lianxin.Functions.Http.Views;

/// <summary>A finding of a preview; masked, never the raw value.</summary>
/// <param name="Severity"><c>hard</c> stops a submission, <c>soft</c> warns.</param>
public sealed record PreviewFindingView(string Kind, string Place, string Excerpt, string Rule, string Severity)
{
    public static PreviewFindingView Of(PersonalDataFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new PreviewFindingView(finding.Kind, finding.Place, finding.Excerpt, finding.Rule, Names.Of(finding.Severity));
    }
}

/// <summary><c>POST /api/privacy/preview</c>: what would stop a text or a file, and its masked form. Nothing is stored.</summary>
/// <param name="Outcome"><c>read</c>, <c>needs-eye</c> or <c>refused</c>.</param>
/// <param name="Code">Why a file was refused or needs an eye; empty otherwise.</param>
/// <param name="Count">All findings; at most a hundred are listed.</param>
/// <param name="Masked">The masked text or CSV; null for kinds of file that cannot be written anew here.</param>
public sealed record PrivacyPreviewView(string Outcome, string Code, string Detail, int Count, IReadOnlyList<PreviewFindingView> Findings, string? Masked)
{
    /// <summary>校对 of a text; empty for a file.</summary>
    public IReadOnlyList<ProofreadingView> Proofreading { get; init; } = [];
}

/// <summary><c>GET /api/privacy/findings</c>: what the nightly scan found in what is public, by item.</summary>
/// <param name="FinishedOn">Day of the last scan that went through everything; null before the first.</param>
public sealed record PublicFindingsView(DateOnly? FinishedOn, int Scanned, IReadOnlyList<PublicFindingView> Items);

/// <summary>One public item in which personal data stands.</summary>
public sealed record PublicFindingView(string Item, string Url, int Count, IReadOnlyList<string> Kinds, IReadOnlyList<string> Places, DateOnly Since);
