using Lianxin.Core;
using Lianxin.Core.Proofreading;

namespace Lianxin.Functions.Http.Views;

/// <summary>A place that proof-reading noticed.</summary>
/// <param name="Severity"><c>hard</c> stops a submission, <c>advice</c> is told.</param>
public sealed record ProofreadingView(string Kind, string Place, string Excerpt, string Suggestion, string Rule, string Severity)
{
    public static ProofreadingView Of(ProofreadingFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new ProofreadingView(finding.Kind, finding.Place, finding.Excerpt, finding.Suggestion, finding.Rule, Names.Of(finding.Severity));
    }
}
