namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>Sizes of tables in points.</summary>
internal static class TableMeasures
{
    /// <summary>5号, 小5号, 6号: the largest that lets the narrowest column hold its words.</summary>
    public static readonly double[] Sizes = [10.5, 9, 7.5];

    public const double LineFactor = 1.25;
    public const double PaddingX = 4;
    public const double PaddingY = 4;
    public const double Thin = 0.5;

    /// <summary>Least space under a table.</summary>
    public const double Gap = 10;
}
