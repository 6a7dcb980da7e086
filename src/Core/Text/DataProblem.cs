namespace Lianxin.Core.Text;

/// <summary>What is wrong with a data file, and where: enough for the person who edits it to put it right.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line on which the row starts, from 1; 1 also for what concerns the whole file.</param>
/// <param name="Column">Name of the column; empty where the whole row or file is meant.</param>
/// <param name="Reason">What is wrong, in Chinese.</param>
public sealed record DataProblem(string File, int Line, string Column, string Reason)
{
    public override string ToString() =>
        Column.Length == 0 ? $"{File} 第{Line}行：{Reason}" : $"{File} 第{Line}行 {Column} 列：{Reason}";
}
