namespace Lianxin.Core.Text;

/// <summary>One record of a CSV text.</summary>
/// <param name="Line">Line on which it starts, from 1: a quoted field may run over several.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>Where a CSV text breaks RFC 4180.</summary>
/// <param name="Column">Number of the field, from 1.</param>
/// <param name="Reason">In Chinese.</param>
public sealed record CsvProblem(int Line, int Column, string Reason);

/// <summary>The rows of a CSV text and every place where it is broken. A broken row is left out of <see cref="Rows"/>.</summary>
public sealed record CsvContent(IReadOnlyList<CsvRow> Rows, IReadOnlyList<CsvProblem> Problems);
