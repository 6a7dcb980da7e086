using System.Security.Cryptography;
using Lianxin.Core.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Lianxin.Functions.Access;

/// <summary>Makes, seals and checks the secrets of authenticator apps. In storage they lie under the installation's own keys only.</summary>
public sealed class SecondFactors(IDataProtectionProvider protection, TimeProvider machine)
{
    private const string Purpose = "lianxin.second-factor";

    private readonly IDataProtector protector = protection.CreateProtector(Purpose);

    /// <summary>A fresh secret, not yet confirmed.</summary>
    public SecondFactor Make() =>
        new(Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(TimeBasedCodes.SecretBytes))), Confirmed: false, LastStep: 0);

    /// <summary>
    /// The factor with its step moved on; null when the code is wrong or was used before, and for every code once the installation's keys
    /// are gone: then the administrator takes the factor away.
    /// </summary>
    public SecondFactor? Accept(SecondFactor factor, string? code)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var typed = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));
        return SecretOf(factor) is { } secret && TimeBasedCodes.StepOf(secret, typed, machine.GetUtcNow(), factor.LastStep) is { } step
            ? factor with { LastStep = step }
            : null;
    }

    /// <summary>The secret in the clear, shown to its owner while it is set up; null when it was sealed under keys that are gone.</summary>
    public byte[]? SecretOf(SecondFactor factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        try
        {
            return protector.Unprotect(Convert.FromBase64String(factor.Sealed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
