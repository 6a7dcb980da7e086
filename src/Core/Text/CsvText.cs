using System.Text;

namespace Lianxin.Core.Text;

/// <summary>
/// A strict reader of RFC 4180. It repairs nothing: a stray quote, text after a closing quote or a quote that never
/// closes is a problem of its row, and reading goes on with the next line so that one pass shows every problem.
/// Line ends are CRLF or LF; a byte order mark and lines without any character are passed over.
/// </summary>
public static class CsvText
{
    public static CsvContent Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text);
        reader.ReadAll();
        return new CsvContent(reader.Rows, reader.Problems);
    }

    private sealed class Reader(string text)
    {
        private readonly StringBuilder field = new();
        private int at = text.StartsWith('\uFEFF') ? 1 : 0;
        private int line = 1;

        public List<CsvRow> Rows { get; } = [];

        public List<CsvProblem> Problems { get; } = [];

        public void ReadAll()
        {
            while (at < text.Length)
            {
                if (!TakeLineEnd())
                    ReadRow();
            }
        }

        private void ReadRow()
        {
            var start = line;
            var fields = new List<string>();
            while (true)
            {
                var reason = ReadField();
                if (reason is not null)
                {
                    Problems.Add(new CsvProblem(start, fields.Count + 1, reason));
                    SkipLine();
                    return;
                }

                fields.Add(field.ToString());
                if (at < text.Length && text[at] == ',')
                {
                    at++;
                    continue;
                }

                TakeLineEnd();
                Rows.Add(new CsvRow(start, fields));
                return;
            }
        }

        /// <summary>Reads one field into the buffer and stops at what ends it; answers the reason when it is broken.</summary>
        private string? ReadField()
        {
            field.Clear();
            return at < text.Length && text[at] == '"' ? ReadQuoted() : ReadPlain();
        }

        private string? ReadPlain()
        {
            for (; at < text.Length && text[at] != ',' && !AtLineEnd(); at++)
            {
                if (text[at] == '"')
                    return "未加引号的字段中出现双引号";
                if (text[at] == '\r')
                    return "出现单独的回车符，换行应为 LF 或 CRLF";
                field.Append(text[at]);
            }

            return null;
        }

        private string? ReadQuoted()
        {
            for (at++; at < text.Length; at++)
            {
                if (text[at] != '"')
                {
                    if (text[at] == '\n')
                        line++;
                    field.Append(text[at]);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    at++;
                    return at == text.Length || text[at] == ',' || AtLineEnd() ? null : "结束引号之后还有文字";
                }
            }

            return "引号没有结束";
        }

        private bool AtLineEnd() =>
            text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

        private bool TakeLineEnd()
        {
            if (at >= text.Length || !AtLineEnd())
                return false;
            at += text[at] == '\r' ? 2 : 1;
            line++;
            return true;
        }

        private void SkipLine()
        {
            while (at < text.Length && text[at] != '\n')
                at++;
            TakeLineEnd();
        }
    }
}
