namespace Lianxin.LocalHost.Http;

/// <summary>
/// Addresses that mean one thing here and another thing further on are turned away at the door: dot segments, backslashes and
/// control characters, written out or percent-encoded. Otherwise such an address could match a public route here and arrive at
/// the handler as <c>/{FunctionName}</c>, the address of a trigger.
/// </summary>
internal static class RequestTarget
{
    /// <param name="rawTarget">The request target exactly as sent.</param>
    public static bool IsPlain(string rawTarget)
    {
        if (!rawTarget.StartsWith('/'))
        {
            return false;
        }

        var query = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? rawTarget : rawTarget[..query];
        var decoded = Uri.UnescapeDataString(path);
        return !decoded.Any(letter => letter == '\\' || char.IsControl(letter))
            && !decoded.Split('/').Any(part => part is "." or "..");
    }
}
