namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>What all tables have in common.</summary>
internal static class TableMeasures
{
    /// <summary>Baseline to baseline, in sizes of the type.</summary>
    public const double LineFactor = 1.25;

    /// <summary>Thickness of the rules, points.</summary>
    public const double Thin = 0.5;
}
