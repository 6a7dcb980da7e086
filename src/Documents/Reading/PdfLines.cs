using System.Text;
using UglyToad.PdfPig.Content;

namespace Lianxin.Documents.Reading;

/// <summary>The text of a page in lines from top to bottom, as a reader sees it: letters that touch are one word, a gap is a blank.</summary>
internal static class PdfLines
{
    public static string Of(Page page, Budget budget)
    {
        var letters = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            budget.Cell();
            budget.Keep(letter.Value.Length);
            if (!string.IsNullOrWhiteSpace(letter.Value))
                letters.Add(letter);
        }

        // One line: baselines that lie closer together than a third of the letters' height.
        letters.Sort((a, b) => b.StartBaseLine.Y.CompareTo(a.StartBaseLine.Y));
        var text = new StringBuilder();
        for (var first = 0; first < letters.Count;)
        {
            var last = first + 1;
            var room = Math.Max(1.5, Size(letters[first]) / 3);
            while (last < letters.Count && letters[first].StartBaseLine.Y - letters[last].StartBaseLine.Y < room)
                last++;
            AppendLine(text, letters, first, last);
            first = last;
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, List<Letter> letters, int first, int last)
    {
        letters.Sort(first, last - first, Comparer<Letter>.Create((a, b) => a.StartBaseLine.X.CompareTo(b.StartBaseLine.X)));
        for (var i = first; i < last; i++)
        {
            if (i > first && letters[i].StartBaseLine.X - letters[i - 1].EndBaseLine.X > Size(letters[i]) * 0.45)
                text.Append(' ');
            text.Append(letters[i].Value);
        }

        text.Append('\n');
    }

    private static double Size(Letter letter) => letter.PointSize > 0 ? letter.PointSize : 10;
}
