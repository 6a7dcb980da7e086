namespace Lianxin.Functions.UseCases.Privacy;

/// <summary>A public item in which the nightly scan found personal data: kinds and places, never what was found.</summary>
public sealed record PublicFinding(string Item, int Version, int Count, IReadOnlyList<string> Kinds, IReadOnlyList<string> Places)
{
    /// <summary>Business day of the scan that found it first.</summary>
    public DateOnly Since { get; init; }
}

/// <summary>How far the nightly scan is.</summary>
/// <param name="Day">Business day of the pass that runs or ran last.</param>
/// <param name="Cursor">Id of the last item that was read in it; items are read in the order of their ids.</param>
/// <param name="FinishedOn">Day of the last pass that went through everything.</param>
/// <param name="Found">Of this pass, and of the one before for items that were not reached yet.</param>
public sealed record SweepState(DateOnly Day, string Cursor, int Scanned, DateOnly? FinishedOn, IReadOnlyList<PublicFinding> Found)
{
    public static SweepState None { get; } = new(DateOnly.MinValue, "", 0, null, []);
}
