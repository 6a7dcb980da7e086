namespace Lianxin.Documents.Reading;

/// <summary>How much of a file is read at most. A file beyond a limit is refused, never read in part and called clean.</summary>
/// <param name="Entries">Parts of a package or files of an archive.</param>
/// <param name="Unpacked">Bytes that a file may unpack to, everything nested in it included.</param>
/// <param name="Cells">Cells of all sheets and tables.</param>
/// <param name="Sheets">Sheets of a workbook.</param>
/// <param name="Pages">Pages of a PDF.</param>
/// <param name="Strings">Characters that are kept at once: the shared strings of a workbook.</param>
/// <param name="Depth">Files within files.</param>
/// <param name="Time">Machine time for the whole file.</param>
public sealed record ReadingLimits(
    int Entries = 4_000,
    long Unpacked = 600L * 1024 * 1024,
    long Cells = 8_000_000,
    int Sheets = 255,
    int Pages = 2_000,
    long Strings = 64_000_000,
    int Depth = 3,
    TimeSpan? Time = null)
{
    public TimeSpan TimeLimit => Time ?? TimeSpan.FromSeconds(30);
}
