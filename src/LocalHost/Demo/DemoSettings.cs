using System.Globalization;

namespace Lianxin.LocalHost.Demo;

/// <summary>The app settings by which the handler becomes the demo township; nothing without <c>--demo</c>.</summary>
internal static class DemoSettings
{
    /// <param name="afterCrash">Whether the emulator was not stopped last time: killed, it loses its last seconds.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(RunOptions options, string appFolder, DateTimeOffset started, bool afterCrash)
    {
        if (!options.Demo)
        {
            return [];
        }

        var staff = DemoStaff.Ensure(options.DataFolder, OfficesFile.Read(Path.Combine(appFolder, "Data", "offices.csv")));
        var settings = new Dictionary<string, string>
        {
            ["Lianxin__Agency"] = "ligang",
            ["Lianxin__AgencyName"] = "贺兰县立岗镇",
            ["Lianxin__DemoMode"] = "true",
            ["Lianxin__DemoStaffFile"] = staff,
            ["Lianxin__PublicBaseUrl"] = options.SiteUrl,
            ["Lianxin__ApiBaseUrl"] = options.BaseUrl,
            ["Lianxin__BehindFunctionsHost"] = "true",
            ["Lianxin__CheckAtEveryStart"] = afterCrash ? "true" : "false",
        };
        if (options.Clock is { } clock)
        {
            settings["Lianxin__BusinessClock"] = clock.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            // A handler that is restarted goes on from where the clock is, not from where it began.
            settings["Lianxin__BusinessClockSince"] = started.ToString("O", CultureInfo.InvariantCulture);
        }

        return settings;
    }
}
