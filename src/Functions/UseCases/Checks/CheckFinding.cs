namespace Lianxin.Functions.UseCases.Checks;

/// <summary>What a check of the register found. Repaired kinds come first; what is only named comes after <see cref="ItemGone"/>.</summary>
public enum CheckKind
{
    /// <summary>A public page, list or file was missing or said something else than the register, and was written anew.</summary>
    PageWritten,

    /// <summary>A page or file stood on the site that the register does not make public, and was removed.</summary>
    PageRemoved,

    /// <summary>The house's own copy of a file was gone and was taken back from the public one.</summary>
    FileRestored,

    /// <summary>A printed sheet was gone and was made anew; it carries the day on which it was made.</summary>
    SheetMade,

    /// <summary>A message was lost, and what it asked for was done or sent again.</summary>
    WorkResumed,

    /// <summary>The site shows an item that the register does not know (any more). Its page is kept under lock.</summary>
    ItemGone,

    /// <summary>The events of an item, a piece of feedback or a case do not follow from one another, or not to the end that is recorded.</summary>
    ChainBroken,

    /// <summary>Steps that an anchor tells of are not there.</summary>
    ChainLost,

    /// <summary>A row of an index says something else than the item.</summary>
    IndexDiffers,

    /// <summary>An item that cannot be read: its row names a text that is gone.</summary>
    TextGone,

    /// <summary>A file that a row names is nowhere.</summary>
    FileGone,

    /// <summary>The sealed original of a masked copy is nowhere.</summary>
    OriginalGone,

    /// <summary>The document of a published report is nowhere.</summary>
    ReportGone,

    /// <summary>A photograph that proves a posting is nowhere.</summary>
    PhotoGone,
}

/// <param name="Subject">Id of the item, piece, case or posting; path of a page; year of a report.</param>
/// <param name="Detail">Name of the file, or what was expected and found; empty where the subject says all.</param>
public sealed record CheckFinding(CheckKind Kind, string Subject, string Detail = "")
{
    /// <summary>Whether nothing is left to be done.</summary>
    public bool IsRepaired => Kind < CheckKind.ItemGone;
}
