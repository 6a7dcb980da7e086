using System.Text;
using Lianxin.Core;

namespace Lianxin.Functions.UseCases;

/// <summary>What is not plain about a place of a workbook.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Sheet">Empty where it concerns the whole file.</param>
/// <param name="Cell">C7, A1:B2, 3:3, D:D; empty for a whole sheet or the file.</param>
public sealed record ImportFinding(string Code, string Detail, string Sheet, string Cell);

/// <summary>A line of an import's report.</summary>
/// <param name="Line">Line of the file (row of the sheet) on which the row starts, from 1; 0 for what concerns the whole file.</param>
/// <param name="Outcome"><c>ok</c> (dry run), <c>imported</c>, <c>already-there</c> or <c>refused</c>.</param>
public sealed record ImportLine(int Line, string Number, string Outcome, string? Id, string? Code, string? Detail)
{
    /// <summary>Of a workbook: what of this row is hidden, or shows other than it is kept.</summary>
    public IReadOnlyList<ImportFinding>? Findings { get; init; }

    /// <summary>Messages by the column that they are about, as far as they are about one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>A row that was refused, its messages at the columns of the file.</summary>
    public static ImportLine Refused(int line, string number, Refusal refusal, string detail)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var found = refusal.Findings.Select(f => (Field: f.Place, Message: $"含有个人信息：{f.Excerpt}"));
        var errors = refusal.Errors.SelectMany(e => e.Value.Select(m => (Field: e.Key, Message: m))).Concat(found)
            .GroupBy(e => ColumnOf(e.Field), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(e => e.Message).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
        return new ImportLine(line, number, "refused", null, refusal.Code, detail) { Errors = errors.Count > 0 ? errors : null };
    }

    /// <summary>Fields are spelled <c>formedOn</c>, the columns that they come from <c>formed_on</c>; all elements lie in one column.</summary>
    private static string ColumnOf(string field)
    {
        var column = new StringBuilder();
        foreach (var c in field.Split('.')[0])
        {
            if (char.IsAsciiLetterUpper(c))
            {
                column.Append('_');
            }

            column.Append(char.ToLowerInvariant(c));
        }

        return column.ToString();
    }
}
