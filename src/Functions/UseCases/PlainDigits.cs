using Lianxin.Core.Text;

namespace Lianxin.Functions.UseCases;

/// <summary>Names full-width digits (全角数字) where a date, a code or an amount stands: they look right and are read as no number.</summary>
internal static class PlainDigits
{
    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal)
    {
        "entry", "formed_on", "published_on", "period", "received_on", "screened_on", "answered_on", "closed_on", "on", "ended_on", "amount", "value", "from", "to",
    };

    public static ImportLines Check(ImportLines lines)
    {
        if (lines.Rows.Count == 0)
        {
            return lines;
        }

        var head = lines.Rows[0].Fields;
        var faulty = new List<CsvRow>();
        var broken = new List<ImportLine>();
        foreach (var row in lines.Rows.Skip(1))
        {
            var errors = head.Zip(row.Fields).Where(c => Columns.Contains(c.First) && c.Second.Any(d => d is >= '\uFF10' and <= '\uFF19'))
                .GroupBy(c => c.First, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[$"“{g.First().Second}”用了全角数字，请改为半角。"], StringComparer.Ordinal);
            if (errors.Count > 0)
            {
                faulty.Add(row);
                var said = string.Concat(errors.Select(e => $"{e.Key}：{e.Value[0]}"));
                broken.Add(new ImportLine(row.Line, WorkbookLines.NumberOf(head, row.Fields), "refused", null, "import-full-width", said) { Errors = errors });
            }
        }

        return broken.Count == 0 ? lines : lines with { Rows = [.. lines.Rows.Except(faulty)], Broken = [.. lines.Broken, .. broken], Faulty = [.. lines.Faulty, .. faulty] };
    }
}
