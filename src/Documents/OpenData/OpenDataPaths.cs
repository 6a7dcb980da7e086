using System.Globalization;

namespace Lianxin.Documents.OpenData;

/// <summary>Names of the open data and of the search files on the static site, relative to its root.</summary>
public static class OpenDataPaths
{
    /// <summary>The page that explains the columns and the licence.</summary>
    public const string Page = "data/index.html";
    public const string Index = "data/index.json";
    public const string NewestJson = "data/items-newest.json";
    public const string NewestCsv = "data/items-newest.csv";

    public static string Json(int year) => string.Create(CultureInfo.InvariantCulture, $"data/items-{year:0000}.json");

    public static string Csv(int year) => string.Create(CultureInfo.InvariantCulture, $"data/items-{year:0000}.csv");
}
