namespace Lianxin.Functions.UseCases.Assessments;

/// <summary>Counts 投诉 on items, for the assessment.</summary>
public interface IComplaintCounts
{
    /// <summary>Complaints on items that came in between two business dates (both included), by item id; items without any are not in it.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation);
}
