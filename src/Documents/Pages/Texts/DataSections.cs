namespace Lianxin.Documents.Pages.Texts;

/// <summary>The search page.</summary>
/// <param name="Some">Shown by the script, which puts the number in the place of <c>#</c>.</param>
public sealed record SearchTexts(
    string Menu,
    string Title,
    string Description,
    string Words,
    string Hint,
    string Year,
    string AllYears,
    string OneYear,
    string Send,
    string Plain,
    string PlainLead,
    string Busy,
    string Empty,
    string None,
    string Some,
    string Away,
    string More);

/// <summary>The page of the open data.</summary>
/// <param name="Licence">Stands in the files too, always in the language of the site.</param>
/// <param name="Columns">What each column means, by its name in the files.</param>
public sealed record DataTexts(
    string Title,
    string Description,
    string Lead,
    string Files,
    string FilesCaption,
    string Range,
    string Newest,
    string Programs,
    string LicenceTitle,
    string Licence,
    string FormTitle,
    string Form,
    string ColumnsTitle,
    string ColumnsCaption,
    string Column,
    string Meaning,
    IReadOnlyDictionary<string, string> Columns);
