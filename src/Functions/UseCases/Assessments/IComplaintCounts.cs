namespace Lianxin.Functions.UseCases.Assessments;

/// <summary>Counts 投诉 on items, for the assessment.</summary>
public interface IComplaintCounts
{
    /// <summary>
    /// Complaints on items that came in between two business dates (both included), by item id; items without any are not in it. Null where
    /// complaints are not taken in: the measure then has no sample, which is not the same as no complaint.
    /// </summary>
    Task<IReadOnlyDictionary<string, int>?> CountAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation);
}

/// <summary>For an app that takes no complaints in.</summary>
public sealed class UncountedComplaints : IComplaintCounts
{
    public Task<IReadOnlyDictionary<string, int>?> CountAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, int>?>(null);
}
