using Lianxin.Core;

namespace Lianxin.Functions.Desk;

/// <summary>A kind of file that can be imported, told in words.</summary>
public sealed record ImportKind(string Title, string Columns);

/// <summary>What became of one row.</summary>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record ImportedLine(int Line, ImportLineState State, string Title, string? ItemId, IReadOnlyList<string> Messages);

public enum ImportLineState
{
    /// <summary>Written, or in a dry run: would be written.</summary>
    Taken,

    /// <summary>Was there already; nothing changed.</summary>
    Repeated,
    Refused,
}

/// <summary>The row-by-row report of an import.</summary>
public sealed record ImportOutcome(string FileName, bool DryRun, IReadOnlyList<ImportedLine> Lines)
{
    /// <summary>More rows than a page can show are counted only; refused ones come first.</summary>
    public const int MostLines = 500;

    public int Count(ImportLineState state) => Lines.Count(l => l.State == state);

    public IReadOnlyList<ImportedLine> Shown => [.. Lines.OrderBy(l => l.State == ImportLineState.Refused ? 0 : 1).ThenBy(l => l.Line).Take(MostLines)];

    public string StateTitle(ImportedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.State switch
        {
            ImportLineState.Taken => DryRun ? "可以导入" : "已导入",
            ImportLineState.Repeated => "已存在，未变",
            ImportLineState.Refused => "有错误",
            _ => line.State.ToString(),
        };
    }
}

/// <summary>The import page: the form, and under it the result of the last file.</summary>
public sealed record ImportsModel(IReadOnlyList<ImportKind> Kinds, ImportOutcome? Outcome = null, Refusal? Refusal = null)
{
    /// <summary>The rows that are wrong, cell by cell.</summary>
    public ImportFaults? Faults { get; init; }

    /// <summary>What the check said of the file that is being imported.</summary>
    public ImportOutcome? Earlier { get; init; }

    /// <summary>See <see cref="ImportAnswer.Mark"/>.</summary>
    public string? Mark { get; init; }

    /// <summary>See <see cref="ImportAnswer.Job"/>.</summary>
    public string? Job { get; init; }

    public FormField File => new("m", "file", "登记簿文件")
    {
        Kind = FieldKind.File,
        Required = true,
        Accept = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Hint = "XLSX 或 CSV（UTF-8 编码），不超过 50 MB。XLSX 只能有一张有内容的工作表，首行是下列列名，不能有隐藏内容、合并单元格和公式",
        Errors = Refusal?.Errors.GetValueOrDefault("file") ?? [],
    };

    public ChoiceField DryRun => new("m", "dryRun", "先检查", [new("true", "只检查，不写入（试运行）")]) { Chosen = ["true"], Hint = "建议先检查一遍，没有错误再取消勾选正式导入" };
}
