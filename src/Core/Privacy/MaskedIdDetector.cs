using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds resident numbers that are hidden too little: with 14 or more digits visible the rest can be computed or guessed, a
/// mask over one digit is undone by the check character.
/// </summary>
internal static class MaskedIdDetector
{
    public const string Rule = "公民身份号码遮盖不足（可见数字不少于14位，其余可以推算）；《个人信息保护法》第二十五条";
    private const int VisibleDigits = 14;
    private const int Shortest = 16;
    private const int Longest = 20;
    private static readonly SearchValues<char> Masks = SearchValues.Create("*×✱•●○■□#?_Xx");
    private static readonly SearchValues<char> Shown = SearchValues.Create("0123456789*×✱•●○■□#?_Xx");

    public static void Find(ScannedText scan)
    {
        var text = scan.Text;
        Span<char> buffer = stackalloc char[Longest];
        for (var at = 0; at < text.Length;)
        {
            var next = text.Characters[at..].IndexOfAny(Shown);
            if (next < 0)
                return;
            at += next;
            var run = Read(text, at, buffer);
            if (run.Masks > 0 && run.Count <= Longest && IsApart(text, at, run.End) && IsNumber(buffer[..run.Count], run.Separated) && !scan.IsTaken(at, run.End))
                scan.Add(new Hit(PersonalDataKinds.ResidentId, at, run.End, Rule));
            at = run.End;
        }
    }

    /// <summary>Reads digits and masks with single blanks or hyphens in between, and keeps as many of them as a number can have.</summary>
    private static Run Read(NormalisedText text, int start, Span<char> buffer)
    {
        var (count, masks, separated, end) = (0, 0, false, start);
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (Shown.Contains(c))
            {
                masks += Masks.Contains(c) ? 1 : 0;
                separated |= at > end;
                if (count < buffer.Length)
                    buffer[count] = c;
                count++;
                end = at + 1;
            }
            else if (c is not (' ' or '-') || at > end)
            {
                break;
            }
        }

        return new Run(count, masks, separated, end);
    }

    private static bool IsApart(NormalisedText text, int start, int end) =>
        !char.IsAsciiLetter(text.At(start - 1)) && !char.IsAsciiLetter(text.At(end));

    private static bool IsNumber(ReadOnlySpan<char> shown, bool separated)
    {
        if (shown.Length < Shortest || (separated && shown.Length != ResidentId.Length))
            return false;
        if (shown[0] == '0' || (Masks.Contains(shown[0]) && Masks.Contains(shown[^1])))
            return false;
        var visible = 0;
        foreach (var c in shown)
            visible += Masks.Contains(c) ? 0 : 1;
        return visible >= VisibleDigits && MayHoldBirthDate(shown[6..14]);
    }

    /// <summary>What can be seen of the date: its century, and all of it where nothing is hidden.</summary>
    private static bool MayHoldBirthDate(ReadOnlySpan<char> date)
    {
        if (!date[..2].ContainsAny(Masks) && date[..2] is not ("18" or "19" or "20"))
            return false;
        return date.ContainsAny(Masks) || ResidentId.IsBirthDate(date);
    }

    private readonly record struct Run(int Count, int Masks, bool Separated, int End);
}
