namespace Lianxin.Documents.Reading;

/// <summary>What is left to spend on one file and everything in it.</summary>
internal sealed class Budget(ReadingLimits limits, TimeProvider machine)
{
    private const int StepsBetweenLooks = 256;
    private readonly long started = machine.GetTimestamp();
    private long unpacked;
    private long cells;
    private long strings;
    private int entries;
    private int steps;

    public ReadingLimits Limits { get; } = limits;

    public TimeSpan Left => Limits.TimeLimit - machine.GetElapsedTime(started);

    public void Unpack(long bytes)
    {
        unpacked += bytes;
        if (unpacked > Limits.Unpacked)
            throw UnreadableFileException.TooMuch("解压后的大小");
        Look();
    }

    public void Cell()
    {
        if (++cells > Limits.Cells)
            throw UnreadableFileException.TooMuch("单元格数");
        if (++steps % StepsBetweenLooks == 0)
            Look();
    }

    public void Keep(int characters)
    {
        // What an object costs beside its characters.
        strings += characters + 16;
        if (strings > Limits.Strings)
            throw UnreadableFileException.TooMuch("文字量");
    }

    public void Enter(int count)
    {
        entries += count;
        if (entries > Limits.Entries)
            throw UnreadableFileException.TooMuch("内含文件数");
    }

    /// <summary>Looks at the clock.</summary>
    public void Look()
    {
        if (Left < TimeSpan.Zero)
            throw UnreadableFileException.TooMuch("检查时间");
    }
}
