namespace Lianxin.Functions.Channels;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,

    /// <summary>STARTTLS, and no mail without it.</summary>
    Starttls,

    /// <summary>Plain text; a password is then sent over loopback only.</summary>
    None,
}

/// <summary>The mail server, section <c>Lianxin:Mail</c>.</summary>
/// <param name="From">Address of the sender.</param>
/// <param name="User">Empty where the server asks for none.</param>
public sealed record MailOptions(string Host, int Port, string From, string User, string Password, MailSecurity Security)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"mail by {Host}:{Port} ({Security})";
}

/// <summary>Group robots, section <c>Lianxin:Robots</c>.</summary>
/// <param name="Secrets">Signing secrets by the name that the contacts give.</param>
/// <param name="ExtraHosts">Hosts beside the three public ones, for trials on loopback; only these may be http.</param>
public sealed record RobotOptions(IReadOnlyDictionary<string, string> Secrets, IReadOnlyList<string> ExtraHosts)
{
    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"robots with {Secrets.Count} secrets";
}

/// <summary>The ways out of this app.</summary>
/// <param name="Mail">Null where no mail server is set up: notices then stay on the desk.</param>
public sealed record ChannelOptions(MailOptions? Mail, RobotOptions Robots);
