namespace Lianxin.Core.Privacy;

/// <summary>A cell as a part of the normalised text.</summary>
internal readonly record struct CellRange(int Start, int End)
{
    public int Length => End - Start;

    public CellRange Trimmed(NormalisedText text)
    {
        var (start, end) = (Start, End);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return new CellRange(start, end);
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '"' or '\'';
}
