using Lianxin.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace Lianxin.Functions.Access;

/// <summary>Hashes and verifies passwords with the framework's hasher, at the same cost whether or not there is such an account.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    private readonly Lazy<string> nobodys = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    // The framework's hasher looks at the hash alone.
    private static Account Nobody { get; } = new("", "", "", Role.Public, "", "", "", true, 0, null);

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Verifies against the account's hash; with no account, against a hash that nobody knows the password of.</summary>
    public PasswordVerificationResult Verify(Account? account, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length > PasswordRules.Most)
            return PasswordVerificationResult.Failed;
        var result = hasher.VerifyHashedPassword(Nobody, account?.PasswordHash ?? nobodys.Value, password);
        return account is null ? PasswordVerificationResult.Failed : result;
    }
}
