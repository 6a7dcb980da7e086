namespace Lianxin.Core.Handovers;

/// <summary>
/// Which addresses of the county's portal are taken. The address is typed by people and this app stands inside the office's network, so only
/// named hosts are ever asked.
/// </summary>
/// <param name="Names">Host names in lower case, ASCII (punycode); reached at the default ports.</param>
/// <param name="Trial"><c>host:port</c> for trials; these alone may be numbers, or lie on this machine or in the office's network.</param>
public sealed record CountyHosts(IReadOnlyList<string> Names, IReadOnlyList<string> Trial)
{
    private const int Longest = 500;

    /// <summary>The address as it will be asked, or why not.</summary>
    public Decision<Uri> Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return Refusal.Field("address", "请填写这条信息在县级门户上的网址。");
        }

        if (text.Length > Longest)
        {
            return Refusal.Field("address", $"网址不能超过{Longest}个字符。");
        }

        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return Refusal.Field("address", "网址无效，应以 https:// 或 http:// 开头。");
        }

        if (!Allows(address))
        {
            return Refusal.Field("address", Names.Count == 0 ? "还没有设置县级门户的主机名，请联系管理员。" : $"网址不属于县级门户（{string.Join('、', Names)}）。");
        }

        return address;
    }

    /// <summary>Whether an address may be asked; also for each step of a redirect.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.UserInfo.Length == 0
            && (IsTrial(address) || (address.IsDefaultPort && address.HostNameType == UriHostNameType.Dns && Names.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Whether it may lie on this machine or in the office's network.</summary>
    public bool IsTrial(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Trial.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}"), StringComparer.OrdinalIgnoreCase);
    }
}
