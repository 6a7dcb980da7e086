namespace Lianxin.Functions.Access;

/// <summary>
/// Says at start what the app runs with. Addresses are printed without user, password and query; keys are none of these settings.
/// </summary>
public static partial class OptionsLog
{
    public static void Write(ILogger log, LianxinOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        LogSettings(
            log,
            options.Agency,
            options.AgencyName,
            options.IndexPrefix,
            options.DemoMode,
            Bare(options.PublicBaseUrl),
            Bare(options.ApiBaseUrl),
            options.BusinessClock,
            options.BehindFunctionsHost,
            options.Limits);
    }

    private static string Bare(Uri? address) =>
        address?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? "-";

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "agency {Agency} ({AgencyName}), index prefix {IndexPrefix}, demo mode {DemoMode}, site {Site}, app {App}, "
            + "business clock {BusinessClock}, behind the Functions host {BehindHost}, {Limits}")]
    private static partial void LogSettings(
        ILogger log,
        string agency,
        string agencyName,
        string indexPrefix,
        bool demoMode,
        string site,
        string app,
        DateTimeOffset? businessClock,
        bool behindHost,
        LianxinLimits limits);
}
