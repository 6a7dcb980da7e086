namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>The part of a table's body that stands on one page, from <paramref name="From"/> to <paramref name="To"/> in the table's own measure (points).</summary>
internal readonly record struct TableSlice(double From, double To)
{
    public double Height => To - From;
}
