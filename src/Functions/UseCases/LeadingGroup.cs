using Lianxin.Core.Access;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>领导小组: the accounts that are asked for their opinion, as they are now.</summary>
public sealed class LeadingGroup(IAccountStore accounts)
{
    public async Task<IReadOnlyList<GroupMember>> MembersAsync(string agency, CancellationToken cancellation) =>
        [.. (await accounts.ListAsync(agency, cancellation))
            .Where(a => !a.Disabled && a.Role is (Role.Leader or Role.Chair))
            .OrderBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => new GroupMember(a.Name, a.DisplayName, a.Role))];
}
