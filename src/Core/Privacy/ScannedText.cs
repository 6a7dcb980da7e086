using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Lianxin.Core.Privacy;

/// <summary>A text taken apart once for all detectors: its groups of digits, and which characters already belong to a hit.</summary>
internal sealed class ScannedText
{
    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly List<DigitGroup> groups = [];
    private readonly bool[] taken;

    public ScannedText(string original)
    {
        Text = new NormalisedText(original);
        taken = new bool[Text.Length];
        var characters = Text.Characters;
        for (var at = 0; at < characters.Length;)
        {
            var skip = characters[at..].IndexOfAny(LettersAndDigits);
            if (skip < 0)
                break;
            at = ReadToken(characters, at + skip);
        }
    }

    public NormalisedText Text { get; }

    public ReadOnlySpan<DigitGroup> Groups => CollectionsMarshal.AsSpan(groups);

    public List<Hit> Hits { get; } = [];

    public ReadOnlySpan<char> Digits(DigitGroup group) => Text.Characters[group.Start..group.End];

    public bool IsTaken(int start, int end) => taken.AsSpan(start, end - start).Contains(true);

    public bool IsTaken(DigitGroup group) => IsTaken(group.Start, group.End);

    /// <summary>Records a hit, unless part of it belongs to another already.</summary>
    public void Add(Hit hit)
    {
        if (IsTaken(hit.Start, hit.End))
            return;
        taken.AsSpan(hit.Start, hit.End - hit.Start).Fill(true);
        Hits.Add(hit);
    }

    /// <summary>Part of a decimal number or a sum of money: a point and digits before it, a point and one or two digits behind it, or ¥.</summary>
    public bool IsAmount(DigitGroup group)
    {
        if (Text.At(group.Start - 1) == '¥' || (Text.At(group.Start - 1) == '.' && char.IsAsciiDigit(Text.At(group.Start - 2))))
            return true;
        return Text.At(group.End) == '.'
            && char.IsAsciiDigit(Text.At(group.End + 1))
            && !(char.IsAsciiDigit(Text.At(group.End + 2)) && char.IsAsciiDigit(Text.At(group.End + 3)));
    }

    /// <summary>The front part of an index number 索引号 <c>{code}/{yyyy}-{serial}</c>.</summary>
    public bool IsIndexNumber(DigitGroup group)
    {
        if (Text.At(group.End) != '/' || Text.At(group.End + 5) != '-')
            return false;
        for (var i = 1; i <= 4; i++)
        {
            if (!char.IsAsciiDigit(Text.At(group.End + i)))
                return false;
        }

        return true;
    }

    /// <summary>The digits of some groups without what stands between them; the last one is read up to <paramref name="end"/>.</summary>
    public string Joined(int first, int last, int end)
    {
        var text = new StringBuilder();
        for (var i = first; i < last; i++)
            text.Append(Digits(Groups[i]));
        return text.Append(Text.Characters[Groups[last].Start..end]).ToString();
    }

    private int ReadToken(ReadOnlySpan<char> characters, int start)
    {
        var length = characters[start..].IndexOfAnyExcept(LettersAndDigits);
        var end = length < 0 ? characters.Length : start + length;
        var first = true;
        for (var at = start; at < end;)
        {
            var skip = characters[at..end].IndexOfAnyInRange('0', '9');
            if (skip < 0)
                break;
            var from = at + skip;
            var digits = characters[from..end].IndexOfAnyExceptInRange('0', '9');
            at = digits < 0 ? end : from + digits;
            groups.Add(new DigitGroup(from, at, start, end, first, LinkBefore(characters, from)));
            first = false;
        }

        return end;
    }

    /// <summary>One hyphen, or one or two blanks: more than that separates columns.</summary>
    private char LinkBefore(ReadOnlySpan<char> characters, int start)
    {
        if (groups.Count == 0)
            return '\0';
        var gap = start - groups[^1].End;
        if (gap is < 1 or > 2)
            return '\0';
        var between = characters[groups[^1].End..start];
        return between[0] switch
        {
            ' ' when between[^1] == ' ' => ' ',
            '-' when gap == 1 => '-',
            _ => '\0',
        };
    }
}
