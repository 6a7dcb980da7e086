namespace Lianxin.Core.Access;

/// <summary>
/// What a password must be: long, and not one that everybody tries first. No rule about kinds of characters: such rules make people
/// choose <c>Abc12345!</c> and write it down.
/// </summary>
public static class PasswordRules
{
    public const int Least = 10;

    /// <summary>Longer input is no password of anyone and would only cost time.</summary>
    public const int Most = 256;

    /// <summary>Beginnings of what guessing programs try first, in lower case.</summary>
    private static readonly string[] Common =
        ["password", "passw0rd", "qwertyuiop", "1qaz2wsx", "admin", "zhengwu", "gongkai", "woaini", "iloveyou", "abcdefg", "abc123", "a123456", "123456", "111111", "000000", "666666", "888888"];

    /// <summary>Why it will not do, in Chinese; empty when it will.</summary>
    public static IReadOnlyList<string> Faults(string password, Account account)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(account);
        var faults = new List<string>();
        if (password.Length is < Least or > Most)
            faults.Add($"密码应有 {Least} 至 {Most} 个字符。");
        if (password.Contains(account.Name, StringComparison.OrdinalIgnoreCase) || (account.DisplayName.Length > 1 && password.Contains(account.DisplayName, StringComparison.Ordinal)))
            faults.Add("密码里不要有账号或姓名。");
        if (password.Distinct().Count() < 5)
            faults.Add("密码重复的字符太多。");
        if (IsSeries(password) || Common.Any(c => password.StartsWith(c, StringComparison.OrdinalIgnoreCase) && password.Length < c.Length + 6))
            faults.Add("这样的密码太常见，容易被猜中。");
        return faults;
    }

    /// <summary>Neighbours all the way: <c>abcdefghij</c>, <c>9876543210</c>.</summary>
    private static bool IsSeries(string text) =>
        text.Length > 2 && (Enumerable.Range(1, text.Length - 1).All(i => text[i] - text[i - 1] == 1) || Enumerable.Range(1, text.Length - 1).All(i => text[i - 1] - text[i] == 1));
}
