namespace Lianxin.Core.Proofreading;

/// <summary>
/// 引号、括号不成对: judged paragraph by paragraph. An opening quote at the head of each paragraph of a long quotation is right;
/// so are enumerations such as <c>1)</c> and <c>一）</c>.
/// </summary>
internal static class PairedMarks
{
    private const string Opening = "“‘「『《〈（(〔[【［";
    private const string Closing = "”’」』》〉）)〕]】］";

    /// <summary>Nobody nests deeper; beyond it marks are no longer paired, so that time stays proportional.</summary>
    private const int Deepest = 32;

    public static void Find(string text, List<Slip> slips)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            ReadParagraph(text, start, end, slips);
            start = end + 1;
        }
    }

    private static void ReadParagraph(string text, int start, int end, List<Slip> slips)
    {
        var open = new Stack<int>();
        var (straight, last) = (0, -1);
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            if (c == '"')
            {
                straight++;
                last = at;
            }
            else if (Opening.Contains(c))
            {
                if (open.Count < Deepest)
                    open.Push(at);
            }
            else if (Closing.IndexOf(c, StringComparison.Ordinal) is >= 0 and var kind && !IsApostrophe(text, at))
            {
                Close(text, start, at, Opening[kind], open, slips);
            }
        }

        if (straight % 2 != 0 && !char.IsAsciiDigit(Letters.At(text, last - 1)))
            slips.Add(new Slip(last, last + 1, ProofreadingKinds.Unpaired, "补上另一半引号", "引号不成对"));
        foreach (var left in open.Reverse())
        {
            if (!GoesOn(text, left, end))
                slips.Add(Missing(text, left));
        }
    }

    private static void Close(string text, int start, int at, char wanted, Stack<int> open, List<Slip> slips)
    {
        if (open.TryPeek(out var top) && text[top] == wanted)
        {
            open.Pop();
            return;
        }

        if (open.TryPeek(out top) && Width(text[top]) is { } other && other == wanted)
        {
            open.Pop();
            slips.Add(new Slip(at, at + 1, ProofreadingKinds.Unpaired, $"与前面的“{text[top]}”用同一种括号", "前后括号一个全角、一个半角"));
            return;
        }

        if (!open.Any(o => text[o] == wanted))
        {
            if (!IsEnumeration(text, start, at))
                slips.Add(new Slip(at, at + 1, ProofreadingKinds.Unpaired, $"补上“{wanted}”，或删去", "引号、括号不成对"));
            return;
        }

        while (open.TryPop(out var left) && text[left] != wanted)
            slips.Add(Missing(text, left));
    }

    private static Slip Missing(string text, int at) =>
        new(at, at + 1, ProofreadingKinds.Unpaired, $"补上“{Closing[Opening.IndexOf(text[at], StringComparison.Ordinal)]}”", "引号、括号不成对");

    private static char? Width(char c) => c switch { '（' => '(', '(' => '（', '［' => '[', '[' => '［', _ => null };

    /// <summary>A quotation that runs on: the next paragraph opens it again.</summary>
    private static bool GoesOn(string text, int at, int end)
    {
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return text[at] is '“' or '「' && Letters.At(text, next) == text[at];
    }

    private static bool IsApostrophe(string text, int at) => text[at] == '’' && char.IsAsciiLetter(Letters.At(text, at - 1));

    private static bool IsEnumeration(string text, int start, int at) =>
        text[at] is ')' or '）' && at > start && (char.IsAsciiLetterOrDigit(text[at - 1]) || Letters.IsNumeral(text[at - 1]));
}
