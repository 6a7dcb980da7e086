namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// Somebody's published report in the interchange form: numbers and headings only. Read by <see cref="ReportDocumentReader"/>;
/// what is null or missing is not known, and nothing is concluded from it.
/// </summary>
/// <param name="Form">The form actually used, which can be the wrong one: a <see cref="StatutoryForm.Name"/> or <c>old</c>.</param>
/// <param name="Year">Report year (报告年度).</param>
/// <param name="Completeness">How much of the report the document holds; empty when it does not say.</param>
/// <param name="Agency">发布机关; empty when not given.</param>
/// <param name="Cells">Sections 2 to 4.</param>
/// <param name="Old">Figures of a free-form report (<c>tables.old</c>).</param>
/// <param name="Told">Figures that the running text states (<c>narrative_figures</c>).</param>
/// <param name="Headings">Headings seen, as printed with their numbers.</param>
/// <param name="Narrative">Running text; empty when not given.</param>
public sealed record ReportDocument(
    string Form,
    AgencyLevel Level,
    int Year,
    string Completeness,
    string Agency,
    ReportCells Cells,
    StatedFigures Old,
    StatedFigures Told,
    IReadOnlyList<string> Headings,
    string Narrative)
{
    /// <summary>The whole report was seen: what is not there was not printed.</summary>
    public bool IsWhole => Completeness.StartsWith("full", StringComparison.OrdinalIgnoreCase);

    /// <summary>Only a part was seen, or only the running text.</summary>
    public bool IsPartial => Completeness.Length > 0 && !IsWhole;
}

/// <summary>Level of the reporting agency; sub-district offices (街道) count as townships.</summary>
public enum AgencyLevel
{
    Township,
    County,
    City,
    Department,
}

/// <summary>Printed cells by dotted name, for example <c>section3.granted.total</c>.</summary>
/// <param name="values">Cells with a number.</param>
/// <param name="blanks">Cells that were published empty; they count as 0 in sums.</param>
public sealed class ReportCells(IReadOnlyDictionary<string, decimal> values, IReadOnlySet<string> blanks)
{
    /// <summary>The printed number; null when the cell was empty or is not known.</summary>
    public decimal? Printed(string path) => values.TryGetValue(path, out var value) ? value : null;

    public bool IsBlank(string path) => blanks.Contains(path) && !values.ContainsKey(path);

    /// <summary>For sums: the printed number, 0 for an empty cell, null when not known.</summary>
    public decimal? Counted(string path) => Printed(path) ?? (IsBlank(path) ? 0 : null);
}

/// <summary>
/// Figures by key as a text states them. Members of an inner object have dotted keys (<c>applications.received</c>). A figure printed as
/// an estimate (<c>30多</c>) is there but is no number.
/// </summary>
/// <param name="numbers">Exact figures; the scale of a number is the precision that was printed.</param>
/// <param name="present">Every key that says anything, estimates included.</param>
/// <param name="lists">Lists of parts by key.</param>
/// <param name="partial">Keys of lists that name only some of the parts.</param>
public sealed class StatedFigures(
    IReadOnlyDictionary<string, decimal> numbers,
    IReadOnlySet<string> present,
    IReadOnlyDictionary<string, IReadOnlyList<StatedPart>> lists,
    IReadOnlySet<string> partial)
{
    public static StatedFigures None { get; } = new(
        new Dictionary<string, decimal>(), new HashSet<string>(), new Dictionary<string, IReadOnlyList<StatedPart>>(), new HashSet<string>());

    public IEnumerable<string> Keys => numbers.Keys;

    public decimal? Number(string key) => numbers.TryGetValue(key, out var value) ? value : null;

    public bool Says(string key) => present.Contains(key);

    /// <summary>A list that claims to be whole; null when there is none, or only its main parts are listed.</summary>
    public IReadOnlyList<StatedPart>? WholeList(string key) =>
        !partial.Contains(key) && lists.TryGetValue(key, out var list) && list.Count > 0 ? list : null;

    public IReadOnlyList<StatedPart> List(string key) => lists.GetValueOrDefault(key) ?? [];
}

/// <summary>One part of a list.</summary>
/// <param name="Name">As printed; empty where the first value is itself a number.</param>
/// <param name="First">The first value where it is a number (the cases of a fee), else null.</param>
/// <param name="Count">The last value; null where it is an estimate.</param>
public sealed record StatedPart(string Name, decimal? First, decimal? Count);
