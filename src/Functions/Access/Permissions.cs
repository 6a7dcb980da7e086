using Lianxin.Core.Access;

namespace Lianxin.Functions.Access;

/// <summary>
/// The one table of permissions (api.md, "Who may call"). A route that is not in it does not exist; a role that is not in a
/// line is refused. What a role may see or do with a single item is decided in Core.
/// </summary>
public static class Permissions
{
    private static readonly IReadOnlySet<Role> Everyone = Only(
        Role.Public, Role.Clerk, Role.Reviewer, Role.Leader, Role.Chair, Role.Supervisor, Role.Member, Role.Admin);

    private static readonly IReadOnlySet<Role> SignedIn = Only(
        Role.Clerk, Role.Reviewer, Role.Leader, Role.Chair, Role.Supervisor, Role.Member, Role.Admin);

    private static readonly IReadOnlySet<Role> Staff = Only(
        Role.Clerk, Role.Reviewer, Role.Leader, Role.Chair, Role.Supervisor, Role.Admin);

    private static readonly IReadOnlySet<Role> Clerk = Only(Role.Clerk);
    private static readonly IReadOnlySet<Role> Reviewer = Only(Role.Reviewer);
    private static readonly IReadOnlySet<Role> Chair = Only(Role.Chair);
    private static readonly IReadOnlySet<Role> Supervisor = Only(Role.Supervisor);
    private static readonly IReadOnlySet<Role> Admin = Only(Role.Admin);

    public static readonly Permission SignIn = new("POST", "/api/session", Everyone);

    /// <summary>Open to all, because whoever is not signed in is told so with 401 by the handler itself.</summary>
    public static readonly Permission WhoAmI = new("GET", "/api/session", Everyone);
    public static readonly Permission SignOut = new("DELETE", "/api/session", Everyone);

    /// <summary>To an issuer of OpenID Connect and back. A GET, because a browser's navigation must lead there and come back.</summary>
    public static readonly Permission BeginOutsideSignIn = new("GET", "/api/session/oidc/{provider}", Everyone);
    public static readonly Permission EndOutsideSignIn = new("GET", "/api/session/oidc/{provider}/callback", Everyone);

    public static readonly Permission ChoosePassword = new("POST", "/api/session/password", SignedIn);
    public static readonly Permission BeginSecondFactor = new("POST", "/api/session/second-factor", SignedIn);
    public static readonly Permission ConfirmSecondFactor = new("POST", "/api/session/second-factor/confirmation", SignedIn);
    public static readonly Permission RemoveSecondFactor = new("POST", "/api/session/second-factor/removal", SignedIn);

    public static readonly Permission ListAccounts = new("GET", "/api/accounts", Admin);
    public static readonly Permission CreateAccount = new("POST", "/api/accounts", Admin);
    public static readonly Permission ReadAccount = new("GET", "/api/accounts/{account}", Admin);
    public static readonly Permission ChangeAccount = new("PUT", "/api/accounts/{account}", Admin);
    public static readonly Permission ResetPassword = new("POST", "/api/accounts/{account}/password", Admin);
    public static readonly Permission LinkAccount = new("PUT", "/api/accounts/{account}/identity", Admin);

    public static readonly Permission Catalogue = new("GET", "/api/catalogue", Everyone);

    public static readonly Permission ReadCalendar = new("GET", "/api/calendar", Staff);
    public static readonly Permission ReadCalendarYear = new("GET", "/api/calendar/{year}", Staff);
    public static readonly Permission LoadHolidayNotice = new("POST", "/api/calendar/notices", Admin);

    public static readonly Permission SubmitItem = new("POST", "/api/items", Clerk);
    public static readonly Permission ListItems = new("GET", "/api/items", Staff);
    public static readonly Permission ReadItem = new("GET", "/api/items/{id}", Everyone);
    public static readonly Permission ChangeItem = new("PUT", "/api/items/{id}", Clerk);
    public static readonly Permission SubmitDraft = new("POST", "/api/items/{id}/submission", Clerk);
    public static readonly Permission ReviewItem = new("POST", "/api/items/{id}/review", Reviewer);
    public static readonly Permission GiveOpinion = new("POST", "/api/items/{id}/opinions", Only(Role.Leader, Role.Chair));
    public static readonly Permission ApproveItem = new("POST", "/api/items/{id}/approval", Chair);
    public static readonly Permission ReviseItem = new("POST", "/api/items/{id}/revision", Clerk);
    public static readonly Permission MaskFiles = new("POST", "/api/items/{id}/masking", Clerk);
    public static readonly Permission OverridePrivacy = new("POST", "/api/items/{id}/privacy-override", Reviewer);
    public static readonly Permission WithdrawItem = new("POST", "/api/items/{id}/withdrawal", Chair);
    public static readonly Permission ItemHistory = new("GET", "/api/items/{id}/history", Staff);

    public static readonly Permission SubmitNilReturn = new("POST", "/api/nil-returns", Clerk);

    public static readonly Permission ReadQuarter = new("GET", "/api/quarters/{quarter}", Staff);
    public static readonly Permission ReadPreflight = new("GET", "/api/quarters/{quarter}/preflight", Staff);
    public static readonly Permission RunQuarter = new("POST", "/api/quarters/{quarter}/run", Admin);
    public static readonly Permission DownloadBulletin = new("GET", "/api/quarters/{quarter}/bulletin.pdf", Everyone);
    public static readonly Permission WaiveDuty = new("POST", "/api/duties/{id}/waiver", Chair);
    public static readonly Permission OrderDuty = new("POST", "/api/duties/{id}/order", Supervisor);
    /// <summary>From anyone, and from staff who use the public form like anyone.</summary>
    public static readonly Permission GiveFeedback = new("POST", "/api/items/{id}/feedback", Everyone);
    public static readonly Permission EnterFeedback = new("POST", "/api/feedback", Only(Role.Clerk, Role.Reviewer));
    public static readonly Permission ListFeedback = new("GET", "/api/feedback", Staff);

    /// <summary>The code is the key; staff may ask by a piece's id as well.</summary>
    public static readonly Permission ReadReceipt = new("GET", "/api/feedback/{receiptCode}", Everyone);
    public static readonly Permission ScreenFeedback = new("POST", "/api/feedback/{id}/screening", Reviewer);

    public static readonly Permission ListCases = new("GET", "/api/cases", Everyone);
    public static readonly Permission ReadCase = new("GET", "/api/cases/{id}", Everyone);
    public static readonly Permission DownloadWall = new("GET", "/api/cases/wall.pdf", Everyone);
    public static readonly Permission CaseProgress = new("POST", "/api/cases/{id}/progress", Clerk);
    public static readonly Permission CaseResolution = new("POST", "/api/cases/{id}/resolution", Clerk);

    /// <summary>By somebody else than the solver: staff, or the person with the receipt code.</summary>
    public static readonly Permission CaseConfirmation = new(
        "POST", "/api/cases/{id}/confirmation", Only(Role.Public, Role.Clerk, Role.Reviewer, Role.Leader, Role.Chair));
    public static readonly Permission CaseReopening = new("POST", "/api/cases/{id}/reopening", Everyone);
    public static readonly Permission Funnel = new("GET", "/api/funnel", Staff);

    public static readonly Permission ReadTimeliness = new("GET", "/api/timeliness", Staff);
    public static readonly Permission PrintAssessment = new("GET", "/api/quarters/{quarter}/assessment.pdf", Staff);
    public static readonly Permission PrintCoverage = new("GET", "/api/quarters/{quarter}/coverage.pdf", Staff);
    public static readonly Permission RecordPosting = new("POST", "/api/postings", Clerk);
    public static readonly Permission ListPostings = new("GET", "/api/postings", Staff);
    public static readonly Permission SeePostingPhoto = new("GET", "/api/postings/{id}/photos/{hash}", Staff);

    public static readonly Permission Import = new("POST", "/api/imports", Admin);
    public static readonly Permission Job = new("GET", "/api/jobs/{id}", Staff);

    public static readonly Permission PreviewPrivacy = new("POST", "/api/privacy/preview", Staff);
    public static readonly Permission ListPrivacyFindings = new("GET", "/api/privacy/findings", Staff);

    public static readonly Permission ListTroubles = new("GET", "/api/troubles", Admin);
    public static readonly Permission RetryTrouble = new("POST", "/api/troubles/{id}/retry", Admin);
    public static readonly Permission CheckRegister = new("POST", "/api/troubles/check", Admin);
    public static readonly Permission DismissTrouble = new("POST", "/api/troubles/{id}/dismissal", Admin);

    public static readonly Permission ReadReport = new("GET", "/api/reports/{year}", Staff);
    public static readonly Permission ReportFigure = new("GET", "/api/reports/{year}/figures/{key}", Staff);
    public static readonly Permission WriteNarrative = new("PUT", "/api/reports/{year}/narrative", Reviewer);
    public static readonly Permission BuildReport = new("POST", "/api/reports/{year}/build", Reviewer);
    public static readonly Permission ApproveReport = new("POST", "/api/reports/{year}/approval", Chair);
    public static readonly Permission DownloadReport = new("GET", "/api/reports/{year}/report.{format}", Everyone);
    public static readonly Permission CheckReport = new("POST", "/api/reports/check", Everyone);

    public static readonly Permission EnterRecord = new("POST", "/api/records", Clerk);
    public static readonly Permission ListRecords = new("GET", "/api/records", Staff);
    public static readonly Permission StateNoRecords = new("POST", "/api/records/none", Clerk);

    public static readonly Permission ListDeliveries = new("GET", "/api/deliveries", Staff);
    public static readonly Permission RetryDelivery = new("POST", "/api/deliveries/{id}/retry", Admin);

    public static readonly Permission ListHandovers = new("GET", "/api/handovers", Staff);
    public static readonly Permission DownloadHandover = new("GET", "/api/items/{id}/handover/package", Staff);
    public static readonly Permission ReadHandoverSheet = new("GET", "/api/items/{id}/handover/sheet", Staff);
    public static readonly Permission RecordHandover = new("POST", "/api/items/{id}/handover", Only(Role.Clerk, Role.Reviewer));
    public static readonly Permission CheckHandover = new("POST", "/api/items/{id}/handover/check", Only(Role.Clerk, Role.Reviewer));

    /// <summary>公开证明, of what everybody may read.</summary>
    public static readonly Permission DownloadCertificate = new("GET", "/api/items/{id}/certificate.pdf", Everyone);
    /// <summary>审批单, of what the person may see whole.</summary>
    public static readonly Permission DownloadMinutes = new("GET", "/api/items/{id}/minutes.pdf", Staff);
    public static readonly Permission ListAnchors = new("GET", "/api/anchors", Everyone);
    public static readonly Permission Health = new("GET", "/api/health", Everyone);
    public static readonly Permission OpenApi = new("GET", "/api/openapi.json", Everyone);

    public static readonly Permission DeskSignIn = new("GET", "/desk/sign-in", Everyone);
    public static readonly Permission DeskStyle = new("GET", "/desk/assets/desk.css", Everyone);
    public static readonly Permission Desk = new("GET", "/desk/{*rest}", SignedIn);

    public static readonly Permission ReadDemoClock = new("GET", "/api/demo/clock", Admin);
    public static readonly Permission SetDemoClock = new("PUT", "/api/demo/clock", Admin);

    public static readonly Permission Learn = new("POST", "/api/learning", Clerk);

    /// <summary>Every line of the table.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        SignIn, WhoAmI, SignOut, BeginOutsideSignIn, EndOutsideSignIn, ChoosePassword, BeginSecondFactor, ConfirmSecondFactor, RemoveSecondFactor,
        ListAccounts, CreateAccount, ReadAccount, ChangeAccount, ResetPassword, LinkAccount, Catalogue, ReadCalendar, ReadCalendarYear, LoadHolidayNotice,
        SubmitItem, ListItems, ReadItem, ChangeItem, SubmitDraft, ReviewItem, GiveOpinion, ApproveItem, ReviseItem, WithdrawItem, MaskFiles, OverridePrivacy, ItemHistory,
        SubmitNilReturn, ReadQuarter, ReadPreflight, RunQuarter, DownloadBulletin, WaiveDuty, OrderDuty,
        ReadTimeliness, PrintAssessment, PrintCoverage, RecordPosting, ListPostings, SeePostingPhoto,
        GiveFeedback, EnterFeedback, ListFeedback, ReadReceipt, ScreenFeedback,
        ListCases, ReadCase, DownloadWall, CaseProgress, CaseResolution, CaseConfirmation, CaseReopening, Funnel,
        Import, Job, ListTroubles, RetryTrouble, CheckRegister, DismissTrouble,
        ReadReport, ReportFigure, WriteNarrative, BuildReport, ApproveReport, DownloadReport, CheckReport,
        EnterRecord, ListRecords, StateNoRecords,
        ListDeliveries, RetryDelivery,
        ListHandovers, DownloadHandover, ReadHandoverSheet, RecordHandover, CheckHandover,
        PreviewPrivacy, ListPrivacyFindings,
        DownloadCertificate, DownloadMinutes, ListAnchors, Health, OpenApi, DeskSignIn, DeskStyle, Desk, ReadDemoClock, SetDemoClock, Learn,
    ];

    /// <summary>All that an account may do whose password was set by somebody else (and its own page of the desk).</summary>
    public static IReadOnlySet<Permission> BeforePasswordChange { get; } = new HashSet<Permission> { SignIn, WhoAmI, SignOut, ChoosePassword, DeskSignIn, DeskStyle, Health, OpenApi };

    public static bool Allow(Actor actor, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(permission);
        return permission.Roles.Contains(actor.Role);
    }

    private static HashSet<Role> Only(params Role[] roles) => [.. roles];
}
