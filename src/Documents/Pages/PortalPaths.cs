using System.Globalization;
using Lianxin.Core;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>
/// Names of the documents of the static site, relative to its root, without a leading slash: also their blob names, so nothing
/// is escaped here; <see cref="PortalLinks"/> does that.
/// </summary>
public static class PortalPaths
{
    public const string Home = "index.html";
    public const string NotFound = "404.html";
    public const string Robots = "robots.txt";
    public const string Sitemap = "sitemap.xml";
    public const string Feed = "feed.xml";
    public const string Search = "search.html";

    /// <summary>The five parts of the statutory column (portal.md §1) and the form.</summary>
    public const string Guide = "column/guide.html";
    public const string Rules = "column/rules.html";
    public const string Content = "column/content.html";
    public const string Reports = "column/reports.html";
    public const string Apply = "column/apply.html";
    public const string ApplicationForm = "column/application-form.html";

    /// <summary>The 连心 register.</summary>
    public const string Cases = "lianxin/index.html";

    public static string Item(string id) => $"items/{Segment(id)}.html";

    /// <summary>An earlier version of an item.</summary>
    public static string Version(string id, int version) => string.Create(CultureInfo.InvariantCulture, $"items/{Segment(id)}/v{version}.html");

    /// <summary>A further part of an item whose body is too long for one page, from 2.</summary>
    public static string ItemPart(string id, int part) => string.Create(CultureInfo.InvariantCulture, $"items/{Segment(id)}/part{part}.html");

    /// <summary>The same of an earlier version.</summary>
    public static string VersionPart(string id, int version, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"items/{Segment(id)}/v{version}-part{part}.html");

    /// <summary>Two neighbouring versions side by side.</summary>
    public static string Comparison(string id, int before, int after) =>
        string.Create(CultureInfo.InvariantCulture, $"items/{Segment(id)}/v{before}-v{after}.html");

    public static string Month(YearMonth month) => $"list/{month}.html";

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"list/{year:0000}.html");

    /// <summary>The front page of a list, with the newest.</summary>
    public static string List(ListKind kind, string code) => $"list/{Names.Of(kind)}-{Segment(code)}.html";

    /// <summary>A closed page of a list.</summary>
    public static string List(ListKind kind, string code, ListPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"list/{Names.Of(kind)}-{Segment(code)}/{part.Year:0000}-{part.Number}.html");

    /// <summary>What should be public in a quarter and is not yet.</summary>
    public static string Coverage(string quarter) => $"coverage/{Segment(quarter)}.html";

    /// <summary>The same for the quarter that runs.</summary>
    public const string CoverageNow = "coverage/index.html";

    /// <summary>The cases that were registered in a month; parts from 1.</summary>
    public static string CaseMonth(YearMonth month, int part = 1) =>
        part == 1 ? $"lianxin/{month}.html" : string.Create(CultureInfo.InvariantCulture, $"lianxin/{month}-{part}.html");

    /// <summary>A file of a report's edition; it never changes under its name.</summary>
    public static string ReportFile(int year, int edition, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"reports/{year:0000}-{edition}.{Segment(format)}");

    /// <summary>A file of an item: named by content, so that it never changes under its name, and below its item, so that taking one item down leaves the same file of another alone.</summary>
    public static string Attachment(string id, string sha256, string name) => $"files/{Segment(id)}/{Segment(sha256)}/{Segment(name)}";

    /// <summary>Part of a sitemap, from 1, where the addresses do not fit one file.</summary>
    public static string SitemapPart(int number) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{number}.xml");

    /// <summary>A name as one step of a path: no separators, and no leading dot that could mean the folder above.</summary>
    private static string Segment(string name)
    {
        var clean = DisplayText.Clean(name).Replace('/', '_').Replace('\\', '_');
        return clean.StartsWith('.') ? "_" + clean[1..] : clean;
    }
}

/// <summary>A month of a year, written <c>2014-11</c>.</summary>
public readonly record struct YearMonth(int Year, int Month)
{
    public static YearMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>For people: <c>2014年11月</c>.</summary>
    public string In(PortalTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Units.Month.With(Year, Month);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
