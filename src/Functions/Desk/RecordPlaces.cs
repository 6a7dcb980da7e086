namespace Lianxin.Functions.Desk;

/// <summary>Where the fields of the records' forms stand on a page, so that the summary of errors leads to them.</summary>
public static class RecordPlaces
{
    /// <summary>Of two forms with one name the one that has errors.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<PlainForm> forms) =>
        forms.SelectMany(f => f.Fields).OrderByDescending(f => f.Errors.Count).DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Id, StringComparer.Ordinal);
}
