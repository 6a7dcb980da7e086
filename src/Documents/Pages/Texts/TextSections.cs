namespace Lianxin.Documents.Pages.Texts;

/// <summary>What stands around every page.</summary>
public sealed record FrameTexts(
    string Column,
    string Skip,
    string Navigation,
    string Breadcrumbs,
    string Home,
    string ByYear,
    string Reports,
    string Contact,
    string Host,
    string Subscribe,
    string SiteMap,
    string Title,
    string BackHome);

/// <summary>Dates, periods and sizes.</summary>
/// <param name="Month">{0} year, {1} month.</param>
/// <param name="Quarter">{0} year, {1} one of <paramref name="QuarterNames"/>.</param>
public sealed record UnitTexts(string Year, string Month, string MonthAlone, string Quarter, IReadOnlyList<string> QuarterNames, string Bytes, string Separator);

/// <summary>The front page.</summary>
public sealed record HomeTexts(
    string Title,
    string Description,
    string Heading,
    string Lead,
    string Newest,
    string NothingYet,
    string Reports,
    string NoReports,
    string Report,
    string ReportDay,
    string ReportEdition,
    string ByYear,
    string Catalogue,
    string Contact,
    string Office,
    string Address,
    string Hours,
    string Telephone,
    string Email);

/// <summary>Lists of a month and a year.</summary>
public sealed record ListTexts(
    string MonthTitle,
    string MonthDescription,
    string MonthEmpty,
    string MonthCaption,
    string ColumnTitle,
    string ColumnEntry,
    string ColumnClass,
    string ColumnOffice,
    string ColumnDay,
    string MonthNeighbours,
    string YearTitle,
    string YearDescription,
    string YearEmpty,
    string YearLead,
    string YearLegend,
    string YearCaption,
    string YearMonth,
    string YearTotal,
    string YearPicture,
    string YearWhole,
    string YearBar,
    string YearBarPart,
    string YearNeighbours);

/// <summary>The page of an item.</summary>
public sealed record ItemTexts(
    string OldVersion,
    string OldVersionNote,
    string PresentVersion,
    string CompareWith,
    string Correction,
    string ClarifiedBy,
    string Clarifies,
    string Facts,
    string IndexNumber,
    string Category,
    string CategoryValue,
    string Issuer,
    string IssuerValue,
    string Period,
    string Village,
    string FormedOn,
    string PublishedOn,
    string Mode,
    string ModeValue,
    string Basis,
    string Validity,
    string ValidityValue,
    string InForce,
    string Expired,
    string Superseded,
    string ChangeNote,
    string Elements,
    string ElementsCaption,
    string Element,
    string ElementValue,
    string Attachments,
    string FileSize,
    string Updated,
    string UpdatedZone,
    string BackToMonth)
{
    public string Of(Validity validity) => validity switch
    {
        Pages.Validity.InForce => InForce,
        Pages.Validity.Expired => Expired,
        _ => Superseded,
    };
}

/// <summary>Earlier versions and comparisons.</summary>
public sealed record VersionTexts(
    string Heading,
    string Caption,
    string Version,
    string Time,
    string Note,
    string Read,
    string Number,
    string First,
    string Present,
    string Whole,
    string EarlierTitle,
    string EarlierDescription,
    string Comparison,
    string ComparisonTitle,
    string ComparisonDescription,
    string ComparisonLead,
    string Correction,
    string Change,
    string Because,
    string Received,
    string Same,
    string Signs,
    string FieldCaption,
    string Before,
    string After,
    string LeftOut,
    string Removed,
    string Added,
    string None,
    string SeePresent,
    string SeeWhole,
    string Title,
    string FormedOn,
    string Period,
    string Village,
    string Body,
    string Attachments,
    string Attachment);

/// <summary>What stands where an item or a page is not.</summary>
public sealed record StubTexts(
    string Withdrawn,
    string WithdrawnOn,
    string Reason,
    string ReasonExpired,
    string Questions,
    string Contact,
    string NotFound,
    string NotFoundLead,
    string NotFoundAddress,
    string NotFoundHome);

/// <summary>Forms and receipts of feedback (S12).</summary>
public sealed record FeedbackTexts(
    string Heading,
    string Lead,
    string Find,
    string KindAsk,
    string Opinion,
    string Complaint,
    string Error,
    string Wrong,
    string Text,
    string Contact,
    string Send,
    string FormTitle,
    string FormHeading,
    string Back,
    string ReceiptTitle,
    string ReceiptCode,
    string ReceiptKeep,
    string ReceiptFacts,
    string ReceiptOwn,
    string ReceiptReply,
    string ReceiptCase,
    string ReceiptCaseFacts,
    string ReceiptProgress,
    string ReceiptLine,
    string FindTitle,
    string FindUnknown,
    string FindCode,
    string FindSend,
    string Together);

/// <summary>The Atom feed.</summary>
public sealed record FeedTexts(string Title, string Summary);
