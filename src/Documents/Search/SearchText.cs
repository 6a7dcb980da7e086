using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Documents.Search;

/// <summary>
/// How texts and queries are read by the search of the public pages. <c>search.js</c> does the same with the same ranges, written out, so
/// that no two versions of Unicode can differ: a test compares them over thousands of texts.
/// </summary>
public static partial class SearchText
{
    /// <summary>Number of buckets that the keys of a year are spread over; a query loads only the buckets it needs.</summary>
    public const int Buckets = 64;

    /// <summary>Before a key that is a whole number (索引号 or 文号), found only as a whole.</summary>
    public const char NumberMark = '#';

    private const uint Spread = 2654435761;
    private const int BucketShift = 26;

    /// <summary>Pairs of neighbouring characters of every run of a text, and the last character of each run alone.</summary>
    public static IReadOnlySet<string> Keys(string text)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in Runs(text))
        {
            for (var i = 0; i < run.Count; i++)
            {
                keys.Add(i + 1 < run.Count ? run[i].ToString() + run[i + 1] : run[i].ToString());
            }
        }

        return keys;
    }

    /// <summary>The runs of characters that words are made of, folded; everything else parts them.</summary>
    public static IEnumerable<IReadOnlyList<Rune>> Runs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = new List<Rune>();
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = Fold(rune.Value);
            if (IsWord(folded))
            {
                run.Add(new Rune(folded));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>索引号 or 文号 without blanks and with one kind of brackets.</summary>
    public static string Number(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = Fold(rune.Value);
            if (folded is not (' ' or '\t' or '\n' or '\r'))
            {
                number.Append(new Rune(folded).ToString());
            }
        }

        return number.ToString();
    }

    /// <summary>Whether a word of a query is such a number as a whole, and so is found only where it stands as a whole.</summary>
    public static bool IsNumber(string word) => NumberForm().IsMatch(Number(word));

    public static int BucketOf(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var seed = key[0] == NumberMark && key.Length > 1 ? (uint)key.Sum(c => c) : (uint)Rune.GetRuneAt(key, 0).Value;
        return (int)(unchecked(seed * Spread) >> BucketShift);
    }

    /// <summary>Full width to half width, capitals to small letters, brackets to square ones.</summary>
    private static int Fold(int c) => c switch
    {
        0x3000 => ' ',
        0x3014 or 0x3010 or 0xFF3B or 0xFF08 or '(' => '[',
        0x3015 or 0x3011 or 0xFF3D or 0xFF09 or ')' => ']',
        >= 0xFF21 and <= 0xFF3A => c - 0xFEE0 + 32,
        >= 0xFF01 and <= 0xFF5E => c - 0xFEE0,
        >= 'A' and <= 'Z' => c + 32,
        _ => c,
    };

    private static bool IsWord(int c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z')
        or (>= 0xC0 and <= 0x24F) or 0x3007 or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    [GeneratedRegex(@"^[0-9a-z]{9,18}/[0-9]{4,6}-[0-9]{3,}$|^[^\[\]]{1,30}\[[0-9]{4}\]第?[0-9]{1,5}号$")]
    private static partial Regex NumberForm();
}
