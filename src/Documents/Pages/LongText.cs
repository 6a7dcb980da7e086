using System.Text;

namespace Lianxin.Documents.Pages;

/// <summary>
/// A long body in parts, each on a page of its own, so that every page stays under 100 KB on a slow line. Cut between paragraphs; a
/// paragraph that fills a page alone is cut after a sentence.
/// </summary>
public static class LongText
{
    /// <summary>Bytes of UTF-8 of a part's paragraphs: some 20,000 characters, which leaves room for frame, elements and form.</summary>
    public const int PartBytes = 60_000;

    /// <summary>How far back from the end of a full part a sentence's end is looked for, in characters.</summary>
    private const int Reach = 2_000;

    /// <summary>The parts in order, each a list of paragraphs; one empty part for an empty body.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Parts(string? body)
    {
        var parts = new List<IReadOnlyList<string>>();
        var open = new List<string>();
        var filled = 0;
        foreach (var piece in DisplayText.Paragraphs(body).SelectMany(Pieces))
        {
            var bytes = Encoding.UTF8.GetByteCount(piece);
            if (filled > 0 && filled + bytes > PartBytes)
            {
                parts.Add(open);
                (open, filled) = ([], 0);
            }

            open.Add(piece);
            filled += bytes;
        }

        parts.Add(open);
        return parts;
    }

    private static IEnumerable<string> Pieces(string paragraph)
    {
        var rest = paragraph;
        while (Encoding.UTF8.GetByteCount(rest) > PartBytes)
        {
            var cut = CutOf(rest);
            yield return rest[..cut];
            rest = rest[cut..];
        }

        yield return rest;
    }

    /// <summary>The last sentence's end that fits, or else the last character.</summary>
    private static int CutOf(string text)
    {
        var (fits, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > PartBytes)
                break;
            fits += rune.Utf16SequenceLength;
        }

        var sentence = text.LastIndexOfAny(['。', '；', '！', '？'], fits - 1, Math.Min(fits, Reach));
        return sentence > 0 ? sentence + 1 : fits;
    }
}
