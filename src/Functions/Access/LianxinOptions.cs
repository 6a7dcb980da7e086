using Lianxin.Documents.Pages.Texts;
using Lianxin.Functions.Access.Oidc;

namespace Lianxin.Functions.Access;

/// <summary>Settings of the app, section <c>Lianxin</c> (<c>Lianxin__Agency</c> and so on in the environment).</summary>
public sealed record LianxinOptions
{
    public const string Section = "Lianxin";

    /// <summary>Code of the agency whose register this app keeps; ids start with it.</summary>
    public string Agency { get; init; } = "ligang";

    /// <summary>Codes of further agencies whose registers lie in the same storage; timers look after all of them.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Every agency once, the app's own first.</summary>
    public IReadOnlyList<string> AllAgencies => [.. Agencies.Prepend(Agency).Distinct(StringComparer.Ordinal)];

    /// <summary>发布机构, as printed.</summary>
    public string AgencyName { get; init; } = "立岗镇人民政府";

    /// <summary>Language of the public pages, <c>zh-CN</c> or <c>en</c>; the items' own words stay as they are.</summary>
    public string SiteLanguage { get; init; } = PortalTexts.Chinese;

    /// <summary>Front part of every 索引号: the nine characters of the agency's organisation code.</summary>
    public string IndexPrefix { get; init; } = "000000000";

    /// <summary>Opens demo accounts and the demo clock. Never for a real register.</summary>
    public bool DemoMode { get; init; }

    /// <summary>File that lists the demo accounts; demo mode only.</summary>
    public string? DemoStaffFile { get; init; }

    /// <summary>Login name of the first administrator of an installation without accounts; null for none.</summary>
    public string? FirstAdminAccount { get; init; }

    /// <summary>Its first password, to be changed at the first sign-in.</summary>
    public string? FirstAdminPassword { get; init; }

    /// <summary>Where the static site is, without a final slash; null when it shares the app's own address.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>Where this app is seen from outside, without a final slash; null when nothing outside this machine sees it.</summary>
    public Uri? ApiBaseUrl { get; init; }

    /// <summary>Further origins whose pages may post here, beside the two addresses above.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Instant at which the demo's business clock starts and runs on; demo mode only, null for the machine's time.</summary>
    public DateTimeOffset? BusinessClock { get; init; }

    /// <summary>
    /// Machine instant at which <see cref="BusinessClock"/> was right. Without it that is the start of this process, and a
    /// handler that is restarted would set the clock back.
    /// </summary>
    public DateTimeOffset? BusinessClockSince { get; init; }

    /// <summary>Whether every call comes through the Functions host, whose <c>X-Forwarded-For</c> may be believed.</summary>
    public bool BehindFunctionsHost { get; init; }

    /// <summary>Working days after a quarter's sheets were made within which each board shows evidence that its sheet hangs (S26).</summary>
    public int PostingWorkingDays { get; init; } = 3;

    /// <summary>Issuers of OpenID Connect beside the local accounts (统一身份登录); none by default.</summary>
    public IReadOnlyList<OidcProvider> Oidc { get; init; } = [];

    /// <summary>
    /// Whether every start asks for a check of the register, or only one on which the last whole check is older than a day. Instances come and go
    /// by the minute in the cloud, whose storage loses nothing acknowledged; an emulator may, so <c>./run</c> sets it (decision record 28).
    /// </summary>
    public bool CheckAtEveryStart { get; init; }

    public LianxinLimits Limits { get; init; } = new();
}

/// <summary>Limits of the HTTP contract (api.md, "Limits"), section <c>Lianxin:Limits</c>.</summary>
public sealed record LianxinLimits
{
    public int TitleCharacters { get; init; } = 200;

    public int BodyCharacters { get; init; } = 200_000;

    public int FeedbackCharacters { get; init; } = 5_000;

    /// <summary>Bytes of one attachment.</summary>
    public int AttachmentBytes { get; init; } = 20 * 1024 * 1024;

    public int Attachments { get; init; } = 20;

    public int ImportBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Rows of one imported file: ten years of a township.</summary>
    public int ImportRows { get; init; } = 20_000;

    /// <summary>Public feedback from one address in ten minutes.</summary>
    public int FeedbackPerAddress { get; init; } = 20;

    /// <summary>Public feedback on one item in an hour.</summary>
    public int FeedbackPerItem { get; init; } = 200;

    public int ReportChecksPerMinute { get; init; } = 300;

    public int PageDefault { get; init; } = 50;

    public int PageLargest { get; init; } = 200;
}
