using Lianxin.Core.Feedback;

namespace Lianxin.Functions.UseCases.Assessments;

/// <summary>Complaints from the book of feedback: everything that was not declined at screening 梳理筛选.</summary>
public sealed class FeedbackComplaints(FeedbackBook feedback) : IComplaintCounts
{
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        (await feedback.RowsAsync(agency, from, to, cancellation))
            .Where(r => r is { Kind: FeedbackKind.Complaint, Item: not null, State: not FeedbackState.Declined } && r.ReceivedOn >= from && r.ReceivedOn <= to)
            .GroupBy(r => r.Item!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
