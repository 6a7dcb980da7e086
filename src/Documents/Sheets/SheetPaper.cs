namespace Lianxin.Documents.Sheets;

/// <summary>Paper of a sheet for the wall. A3 shows the same content in larger type, to be read from further away.</summary>
public enum SheetPaper
{
    A4,
    A3,
}
