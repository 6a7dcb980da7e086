namespace Lianxin.Core.Privacy;

/// <summary>A longest run of digits, with the longest run of letters and digits around it and how it hangs on the group before.</summary>
/// <param name="Link">A blank or a hyphen when only that stands between it and the group before, else <c>'\0'</c>.</param>
internal readonly record struct DigitGroup(int Start, int End, int TokenStart, int TokenEnd, bool FirstOfToken, char Link)
{
    public int Length => End - Start;

    /// <summary>No letter touches it.</summary>
    public bool IsAlone => TokenStart == Start && TokenEnd == End;

    /// <summary>At most letters before it touch it, as in <c>tel13800000000</c>.</summary>
    public bool EndsFirstInToken => FirstOfToken && TokenEnd == End;
}
