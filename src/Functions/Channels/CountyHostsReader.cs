using Lianxin.Core.Handovers;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.Channels;

/// <summary>Reads and checks <c>Lianxin:Handover:{Hosts,TrialHosts}</c>, each separated by commas.</summary>
public static class CountyHostsReader
{
    /// <exception cref="InvalidSettingsException">A setting is wrong; the message names it.</exception>
    public static CountyHosts Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Lianxin:Handover");
        var names = Parts(section["Hosts"]).Select(h => Uri.TryCreate("https://" + h, UriKind.Absolute, out var address) && address.HostNameType == UriHostNameType.Dns
            && address.IsDefaultPort && address.AbsolutePath == "/" && address.UserInfo.Length == 0
            ? address.IdnHost.ToLowerInvariant()
            : throw new InvalidSettingsException("Settings are wrong: Lianxin:Handover:Hosts must be host names without port, separated by commas.")).ToList();
        var trial = Parts(section["TrialHosts"]).Select(h => h.Contains(':', StringComparison.Ordinal) && Uri.TryCreate("http://" + h, UriKind.Absolute, out var address)
            && address.AbsolutePath == "/" && address.UserInfo.Length == 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}")
            : throw new InvalidSettingsException("Settings are wrong: Lianxin:Handover:TrialHosts must be host:port, separated by commas.")).ToList();
        return new CountyHosts(names, trial);
    }

    private static string[] Parts(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
