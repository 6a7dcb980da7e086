using System.Globalization;

namespace Lianxin.Functions.Hosting;

/// <summary>
/// How long a timer or queue function may run. The host says nothing when it gives up on a call: it kills the whole process,
/// and every other call dies with it. So each run ends itself a little earlier.
/// </summary>
/// <param name="Limit">Time from the start of the call to its cancellation.</param>
public sealed record TriggerDeadline(TimeSpan Limit)
{
    /// <summary>The host's setting that overrides <c>functionTimeout</c> of host.json.</summary>
    public const string Setting = "AzureFunctionsJobHost:functionTimeout";

    /// <summary><c>functionTimeout</c> of host.json; a test keeps the two alike.</summary>
    public static readonly TimeSpan HostJson = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    /// <summary>Where the host waits without end, a run that has lasted this long is stuck all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static TriggerDeadline From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var host = configuration[Setting] switch
        {
            "-1" => Longest,
            { } text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > Margin * 2 => time,
            _ => HostJson,
        };
        return new TriggerDeadline(host - Margin);
    }
}
