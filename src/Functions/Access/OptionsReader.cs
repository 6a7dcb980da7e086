using System.Globalization;
using System.Text.RegularExpressions;
using Lianxin.Core.Access;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Functions.Access.Oidc;

namespace Lianxin.Functions.Access;

/// <summary>The app cannot start with these settings; the message names every setting that is wrong, and no secret.</summary>
public sealed class InvalidSettingsException : Exception
{
    public InvalidSettingsException()
    {
    }

    public InvalidSettingsException(string message)
        : base(message)
    {
    }

    public InvalidSettingsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>
/// Reads and checks <see cref="LianxinOptions"/> setting by setting: the framework's binder would ignore a misspelt number and
/// needs reflection.
/// </summary>
public sealed partial class OptionsReader
{
    private readonly IConfigurationSection section;
    private readonly List<string> faults = [];

    private OptionsReader(IConfigurationSection section) => this.section = section;

    /// <exception cref="InvalidSettingsException">One message for everything that is wrong.</exception>
    public static LianxinOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var reader = new OptionsReader(configuration.GetSection(LianxinOptions.Section));
        var options = reader.Read(behindHost: !string.IsNullOrEmpty(configuration[Hosting.HandlerHost.PortSetting]));
        reader.Check(options);
        return reader.faults.Count == 0
            ? options
            : throw new InvalidSettingsException("Settings are wrong: " + string.Join(" ", reader.faults));
    }

    private LianxinOptions Read(bool behindHost)
    {
        var defaults = new LianxinOptions();
        return new LianxinOptions
        {
            Agency = section["Agency"] ?? defaults.Agency,
            Agencies = (section["Agencies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            AgencyName = section["AgencyName"] ?? defaults.AgencyName,
            IndexPrefix = section["IndexPrefix"] ?? defaults.IndexPrefix,
            SiteLanguage = section["SiteLanguage"] is { Length: > 0 } language ? language : defaults.SiteLanguage,
            DemoMode = Flag("DemoMode", defaults.DemoMode),
            DemoStaffFile = section["DemoStaffFile"],
            FirstAdminAccount = section["FirstAdmin:Account"] is { Length: > 0 } account ? account : null,
            FirstAdminPassword = section["FirstAdmin:Password"] is { Length: > 0 } password ? password : null,
            PublicBaseUrl = Address("PublicBaseUrl"),
            ApiBaseUrl = Address("ApiBaseUrl"),
            AllowedOrigins = (section["AllowedOrigins"] ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            BusinessClock = Instant("BusinessClock"),
            BusinessClockSince = Instant("BusinessClockSince"),
            BehindFunctionsHost = Flag("BehindFunctionsHost", behindHost),
            PostingWorkingDays = Whole("PostingWorkingDays", defaults.PostingWorkingDays),
            CheckAtEveryStart = Flag("CheckAtEveryStart", defaults.CheckAtEveryStart),
            Oidc = OidcOptionsReader.Read(section.GetSection("Oidc"), faults),
            Limits = ReadLimits(defaults.Limits),
        };
    }

    private LianxinLimits ReadLimits(LianxinLimits defaults) => new()
    {
        TitleCharacters = Number("TitleCharacters", defaults.TitleCharacters),
        BodyCharacters = Number("BodyCharacters", defaults.BodyCharacters),
        FeedbackCharacters = Number("FeedbackCharacters", defaults.FeedbackCharacters),
        AttachmentBytes = Number("AttachmentBytes", defaults.AttachmentBytes),
        Attachments = Number("Attachments", defaults.Attachments),
        ImportBytes = Number("ImportBytes", defaults.ImportBytes),
        ImportRows = Number("ImportRows", defaults.ImportRows),
        FeedbackPerAddress = Number("FeedbackPerAddress", defaults.FeedbackPerAddress),
        FeedbackPerItem = Number("FeedbackPerItem", defaults.FeedbackPerItem),
        ReportChecksPerMinute = Number("ReportChecksPerMinute", defaults.ReportChecksPerMinute),
        PageDefault = Number("PageDefault", defaults.PageDefault),
        PageLargest = Number("PageLargest", defaults.PageLargest),
    };

    private void Check(LianxinOptions options)
    {
        Require(AgencyCode().IsMatch(options.Agency), "Agency", "must be 2 to 32 lower-case letters, digits or inner hyphens");
        Require(options.Agencies.All(a => AgencyCode().IsMatch(a)), "Agencies", "must be agency codes with commas between them");
        Require(!string.IsNullOrWhiteSpace(options.AgencyName), "AgencyName", "must not be empty");
        Require(Prefix().IsMatch(options.IndexPrefix), "IndexPrefix", "must be nine capital letters or digits");
        Require(options.SiteLanguage is PortalTexts.Chinese or PortalTexts.English, "SiteLanguage", $"must be {PortalTexts.Chinese} or {PortalTexts.English}");
        Require(options.DemoMode || options.DemoStaffFile is null, "DemoStaffFile", "is for demo mode only");
        Require(options.FirstAdminAccount is null == options.FirstAdminPassword is null, "FirstAdmin", "needs both Account and Password");
        Require(options.FirstAdminAccount is null || AgencyCode().IsMatch(options.FirstAdminAccount), "FirstAdmin:Account", "must be 2 to 32 lower-case letters, digits or inner hyphens");
        Require(options.FirstAdminPassword is null || options.FirstAdminPassword.Length >= PasswordRules.Least, "FirstAdmin:Password", $"must have at least {PasswordRules.Least} characters");
        Require(options.DemoMode || options.BusinessClock is null, "BusinessClock", "is for demo mode only");
        Require(options.BusinessClock is not null || options.BusinessClockSince is null, "BusinessClockSince", "needs BusinessClock");
        Require(options.Limits.PageDefault <= options.Limits.PageLargest, "Limits:PageDefault", "must not be over PageLargest");
        foreach (var origin in options.AllowedOrigins)
        {
            Require(
                IsAddress(origin, out var uri) && uri!.AbsolutePath == "/",
                "AllowedOrigins",
                $"must be origins such as https://example.gov.cn, not '{origin}'");
        }
    }

    private void Require(bool lawful, string name, string rule)
    {
        if (!lawful)
            faults.Add($"{LianxinOptions.Section}:{name} {rule}.");
    }

    private bool Flag(string name, bool fallback)
    {
        var text = section[name];
        var value = fallback;
        Require(string.IsNullOrEmpty(text) || bool.TryParse(text, out value), name, "must be true or false");
        return value;
    }

    private int Number(string name, int fallback) => Whole("Limits:" + name, fallback);

    private int Whole(string name, int fallback)
    {
        var text = section[name];
        var value = fallback;
        Require(
            string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0),
            name,
            "must be a whole number above zero");
        return value;
    }

    private DateTimeOffset? Instant(string name)
    {
        var text = section[name];
        if (string.IsNullOrEmpty(text))
            return null;
        DateTimeOffset value = default;
        Require(
            OffsetAtEnd().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
            name,
            "must be an instant with its offset, for example 2015-01-05T09:00:00+08:00");
        return value;
    }

    private Uri? Address(string name)
    {
        var text = section[name];
        if (string.IsNullOrEmpty(text))
            return null;
        Require(IsAddress(text, out var uri), name, "must be an absolute http or https address");
        return uri is null ? null : new Uri(uri.AbsoluteUri.TrimEnd('/'));
    }

    private static bool IsAddress(string text, out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$")]
    public static partial Regex AgencyCode();

    [GeneratedRegex("^[A-Z0-9]{9}$")]
    private static partial Regex Prefix();

    [GeneratedRegex("T.*(Z|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex OffsetAtEnd();
}
