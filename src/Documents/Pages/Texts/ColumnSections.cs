using Lianxin.Core.Cases;

namespace Lianxin.Documents.Pages.Texts;

/// <summary>The statutory column: names and order as of 国办公开办函〔2019〕61号.</summary>
public sealed record ColumnTexts(
    string Guide,
    string Rules,
    string Content,
    string Reports,
    string Apply,
    string Description,
    string Contact,
    string Postcode,
    string Fax,
    string Supervisor,
    string RulesLead,
    string RuleTitle,
    string RuleNumber,
    string RuleDay,
    string RulesCaption,
    string ContentLead,
    string ByCatalogue,
    string ByVillage,
    string ByQuarter,
    string ByYear,
    string ByDuty,
    string Coverage,
    string Cases,
    string None,
    string Form,
    string FormTitle,
    string Online);

/// <summary>The printed application form (条例 Art. 29).</summary>
public sealed record FormTexts(
    string Lead,
    string Print,
    string Caption,
    string Applicant,
    string Name,
    string Identity,
    string Contact,
    string Agent,
    string ApplicantKind,
    string Kinds,
    string Wanted,
    string How,
    string Hows,
    string Way,
    string Ways,
    string Signature,
    string Day,
    string Office,
    string Received,
    string Number,
    string DueOn,
    string Handler,
    string Note,
    string Back);

/// <summary>What should be public and is not yet.</summary>
public sealed record CoverageTexts(
    string Title,
    string Description,
    string Lead,
    string Empty,
    string NoDuties,
    string Caption,
    string Entry,
    string Period,
    string Office,
    string DueOn,
    string State,
    string Pending,
    string Overdue,
    string More,
    string Neighbours);

/// <summary>The 连心 register (S13).</summary>
public sealed record CaseTexts(
    string Title,
    string MonthTitle,
    string Description,
    string Lead,
    string Open,
    string OpenCaption,
    string NoneOpen,
    string MonthCaption,
    string MonthEmpty,
    string Months,
    string MonthLink,
    string None,
    string More,
    string Id,
    string Group,
    string Office,
    string RegisteredOn,
    string DueOn,
    string Status,
    string Answer,
    string ClosedOn,
    string Registered,
    string InProgress,
    string Resolved,
    string DoneConfirmed,
    string DoneUnreachable,
    string CannotBeDone,
    string PassedOn,
    string PassedTo,
    string Parts,
    string Part)
{
    public string Of(CaseStatus status) => status switch
    {
        CaseStatus.Registered => Registered,
        CaseStatus.InProgress => InProgress,
        CaseStatus.Resolved => Resolved,
        CaseStatus.DoneConfirmed => DoneConfirmed,
        CaseStatus.DoneUnreachable => DoneUnreachable,
        CaseStatus.CannotBeDone => CannotBeDone,
        _ => PassedOn,
    };
}

/// <summary>The list of annual reports.</summary>
public sealed record ReportTexts(
    string Description,
    string Lead,
    string Caption,
    string Year,
    string Edition,
    string EditionNumber,
    string Day,
    string Downloads,
    string Newest);
