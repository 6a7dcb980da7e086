using System.Globalization;
using Lianxin.Core;
using Lianxin.Functions.Access;
using MimeKit;

namespace Lianxin.Functions.Channels;

/// <summary>Reads and checks <c>Lianxin:Mail:{Host,Port,From,User,Password,Security}</c> and <c>Lianxin:Robots:{Secrets:*,ExtraHosts}</c>.</summary>
public static class ChannelOptionsReader
{
    private const int TlsPort = 465;
    private const int SubmissionPort = 587;

    /// <exception cref="InvalidSettingsException">A setting is wrong; the message names it and no secret.</exception>
    public static ChannelOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var faults = new List<string>();
        var mail = ReadMail(configuration.GetSection("Lianxin:Mail"), faults);
        var robots = configuration.GetSection("Lianxin:Robots");
        var secrets = robots.GetSection("Secrets").GetChildren().Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary(c => c.Key, c => c.Value!, StringComparer.OrdinalIgnoreCase);
        var hosts = (robots["ExtraHosts"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (hosts.Any(h => Uri.CheckHostName(h) == UriHostNameType.Unknown))
            faults.Add("Lianxin:Robots:ExtraHosts must be host names without port, separated by commas.");
        return faults.Count == 0
            ? new ChannelOptions(mail, new RobotOptions(secrets, hosts))
            : throw new InvalidSettingsException("Settings are wrong: " + string.Join(" ", faults));
    }

    private static MailOptions? ReadMail(IConfigurationSection section, List<string> faults)
    {
        var host = section["Host"];
        if (string.IsNullOrWhiteSpace(host))
            return null;
        void Require(bool lawful, string name, string rule)
        {
            if (!lawful)
                faults.Add($"Lianxin:Mail:{name} {rule}.");
        }

        var security = MailSecurity.Starttls;
        var securityText = section["Security"];
        var port = 0;
        var portText = section["Port"];
        Require(Uri.CheckHostName(host) != UriHostNameType.Unknown, "Host", "must be a host name");
        Require(string.IsNullOrEmpty(portText) || (int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535), "Port", "must be 1 to 65535");
        Require(string.IsNullOrEmpty(securityText) || Names.TryRead(securityText, out security), "Security", "must be tls, starttls or none");
        if (string.IsNullOrEmpty(securityText) && port == TlsPort)
            security = MailSecurity.Tls;
        if (port == 0)
            port = security == MailSecurity.Tls ? TlsPort : SubmissionPort;
        var from = section["From"] ?? "";
        Require(MailboxAddress.TryParse(from, out var sender) && sender.Address == from && from.Contains('@', StringComparison.Ordinal), "From", "must be one mail address");
        var (user, password) = (section["User"] ?? "", section["Password"] ?? "");
        Require(user.Length == 0 == (password.Length == 0), "Password", "and User must be given together");
        Require(user.Length == 0 || security != MailSecurity.None || IsLoopback(host), "Security", "must not be none where a password is sent");
        return new MailOptions(host, port, from, user, password, security);
    }

    private static bool IsLoopback(string host) =>
        host is "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
