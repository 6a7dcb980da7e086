namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// The statutory forms of the annual report (政府信息公开工作年度报告格式) as data: which cells there are, what they are called, and what
/// part each row of section 3 plays in the form's own check rule (勾稽关系). Keys are those of the interchange document.
/// A new form is a change of the file, not of the code. Read by <see cref="StatutoryFormsReader"/>.
/// </summary>
/// <param name="Version">Changes whenever the file changes.</param>
/// <param name="Forms">Every statutory form, oldest first.</param>
/// <param name="Section2">Rows of section 2 (主动公开); what they hold is in <paramref name="Section2Cells"/>.</param>
/// <param name="Columns">Kinds of applicants (申请人) and, last, their total.</param>
/// <param name="Section3">Rows of section 3 (收到和处理申请), in printing order.</param>
/// <param name="Section4">Blocks of section 4 (行政复议、行政诉讼).</param>
/// <param name="Section4Cells">Parts of a block and, last, their total.</param>
public sealed record StatutoryForms(
    string Version,
    IReadOnlyList<StatutoryForm> Forms,
    IReadOnlyList<ProactiveRow> Section2,
    IReadOnlyDictionary<string, ProactiveCell> Section2Cells,
    IReadOnlyList<Labelled> Columns,
    IReadOnlyList<ApplicationRow> Section3,
    IReadOnlyList<Labelled> Section4,
    IReadOnlyList<Labelled> Section4Cells)
{
    /// <summary>The free form (自由格式) that was used before the first statutory one.</summary>
    public const string OldForm = "old";

    /// <summary>Key of every total column, cell and row.</summary>
    public const string Total = "total";

    public StatutoryForm? Form(string name) => Forms.FirstOrDefault(f => f.Name == name);

    /// <summary>The Chinese words for a cell such as <c>section3.granted.total</c>.</summary>
    public string Label(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var section = path.Split('.')[0];
        var last = path[(path.LastIndexOf('.') + 1)..];
        var row = path[Math.Min(path.Length, section.Length + 1)..Math.Max(section.Length + 1, path.LastIndexOf('.'))];
        return section switch
        {
            "section2" => $"{Section2.FirstOrDefault(r => r.Key == row)?.Label}·{Section2Cells.GetValueOrDefault(last)?.Label}",
            "section3" => $"{Section3.FirstOrDefault(r => r.Key == row)?.Label}·{Columns.FirstOrDefault(c => c.Key == last)?.Label}",
            _ => $"{Section4.FirstOrDefault(b => b.Key == row)?.Label}·{Section4Cells.FirstOrDefault(c => c.Key == last)?.Label}",
        };
    }
}

/// <summary>One statutory form and the years it was in force for.</summary>
/// <param name="Name">As the interchange document's <c>format</c> spells it.</param>
/// <param name="Basis">The notice that set it.</param>
/// <param name="LastYear">Last report year; null while it is in force.</param>
/// <param name="Headings">The six chapters in order; each with every wording that is lawful.</param>
public sealed record StatutoryForm(string Name, string Basis, int FirstYear, int? LastYear, IReadOnlyList<IReadOnlyList<string>> Headings);

/// <summary>A key of the interchange document and its Chinese words.</summary>
public sealed record Labelled(string Key, string Label);

public sealed record ProactiveRow(string Key, string Label, IReadOnlyList<string> Cells);

public sealed record ProactiveCell(string Label, CellKind Kind);

/// <summary>What may stand in a cell.</summary>
public enum CellKind
{
    /// <summary>A whole number, not negative.</summary>
    Count,

    /// <summary>A sum of money, not negative, decimals allowed.</summary>
    Amount,

    /// <summary>本年增/减: a number of either sign, or the text that was printed (<c>0/0</c>, <c>增98</c>).</summary>
    Change,
    Text,
}

/// <summary>What a row of section 3 is in the identities of the form.</summary>
public enum ApplicationRowKind
{
    /// <summary>New and carried over: what there was to do.</summary>
    Inflow,

    /// <summary>One result of handling.</summary>
    Outcome,

    /// <summary>The one row that stands for several outcome rows in the older form.</summary>
    MergedOutcome,

    /// <summary>总计 of the outcomes.</summary>
    OutcomeTotal,

    /// <summary>Carried to the next year.</summary>
    Outflow,
}

/// <param name="MergedInto">The row that stands for this one where the older form is used; else null.</param>
public sealed record ApplicationRow(string Key, string Label, ApplicationRowKind Kind, string? MergedInto);
