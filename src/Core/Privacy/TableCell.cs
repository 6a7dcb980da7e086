namespace Lianxin.Core.Privacy;

/// <summary>A cell of a file's table.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Text">As a reader would see it, numbers with all their digits.</param>
public readonly record struct TableCell(int Column, string Text);
