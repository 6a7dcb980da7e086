using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>What the import page answers to a file.</summary>
/// <param name="Report">Of this post; null where the import goes on as a job.</param>
/// <param name="Lines">The rows of the file, to show the faulty ones.</param>
public sealed record ImportAnswer(ImportReport? Report, ImportLines Lines)
{
    /// <summary>What the check said before the real import was started from it.</summary>
    public ImportReport? Earlier { get; init; }

    /// <summary>Mark of the kept file that a real import can be started from; null where there is none.</summary>
    public string? Mark { get; init; }

    /// <summary>Id of the job that the import goes on as.</summary>
    public string? Job { get; init; }
}
