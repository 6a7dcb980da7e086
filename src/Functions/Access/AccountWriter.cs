using Lianxin.Core;
using Lianxin.Core.Access;

namespace Lianxin.Functions.Access;

/// <summary>Writes a decision about an account under its fence, and decides again after a lost race.</summary>
public sealed class AccountWriter(IAccountStore accounts, AccountCache cache)
{
    private const int MaxRaces = 10;

    internal static Refusal Busy { get; } = new(RefusalKind.Stale, "stale", "这个账号刚刚被他人改动，请刷新后再操作。");

    /// <summary>A fresh stamp: whoever signed in under another one is signed out.</summary>
    internal static string Stamp() => Guid.NewGuid().ToString("N");

    /// <summary>Decides under the fence, again after a lost race.</summary>
    public async Task<Decision<Account>> WriteAsync(Actor by, string name, Func<Account, Task<Decision<Account>>> decide, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(decide);
        for (var race = 0; race < MaxRaces; race++)
        {
            if (await accounts.FindAsync(by.Agency, name, cancellation) is not { } stored)
                return new Refusal(RefusalKind.Unknown, "unknown-account", "没有这个账号。");
            var decision = await decide(stored.Account);
            if (!decision.Accepted)
                return decision.Refusal;
            if (await accounts.SaveAsync(decision.Value, stored.Fence, cancellation))
            {
                cache.Remember(decision.Value);
                return decision.Value;
            }
        }

        return Busy;
    }
}
