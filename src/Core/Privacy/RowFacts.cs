using System.Globalization;

namespace Lianxin.Core.Privacy;

/// <summary>What a row tells of its person, before its cells are judged one by one.</summary>
/// <param name="Named">A name stands there in full.</param>
/// <param name="Born">A date of birth or an age stands there.</param>
/// <param name="Age">In years; −1 where there is none.</param>
internal readonly record struct RowFacts(bool Named, bool Born, int Age)
{
    private const ColumnKinds Told = ColumnKinds.Name | ColumnKinds.ChildName | ColumnKinds.Birth | ColumnKinds.Age;

    public static RowFacts Of(NormalisedText text, ReadOnlySpan<CellRange> cells, ReadOnlySpan<ColumnKinds> columns)
    {
        var facts = new RowFacts(false, false, -1);
        for (var i = 0; i < cells.Length && i < columns.Length; i++)
        {
            if (!Matters(columns[i]))
                continue;
            var cell = cells[i].Trimmed(text);
            facts = facts.With(text.Characters[cell.Start..cell.End].ToString(), columns[i]);
        }

        return facts;
    }

    /// <summary>Whether a column tells anything of this.</summary>
    public static bool Matters(ColumnKinds column) => (column & Told) != 0;

    /// <summary>With what one cell of such a column tells besides.</summary>
    public RowFacts With(string cell, ColumnKinds column)
    {
        var value = cell.AsSpan().Trim();
        var named = Named || ((column & (ColumnKinds.Name | ColumnKinds.ChildName)) != 0 && NameMask.NamesIn(cell.Trim()).Count > 0);
        var born = Born || ((column & (ColumnKinds.Birth | ColumnKinds.Age)) != 0 && value.ContainsAnyInRange('0', '9'));
        var age = column.HasFlag(ColumnKinds.Age) && int.TryParse(value.TrimEnd('岁'), NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : Age;
        return new RowFacts(named, born, age);
    }
}
