using Lianxin.Core.Access;

namespace Lianxin.Functions.Access;

/// <summary>One line of the table of permissions: who may call what. Also the metadata of the endpoint that serves it.</summary>
/// <param name="Template">Route template, with a slash at its beginning.</param>
/// <param name="Roles">Roles that may call; all others may not, admin included.</param>
/// <param name="Reserved">Named in the contract and not served yet.</param>
public sealed record Permission(string Method, string Template, IReadOnlySet<Role> Roles, bool Reserved = false)
{
    /// <summary>Pages of the desk: who is not signed in is led to the sign-in page instead of being refused.</summary>
    public bool IsDeskPage => Method == HttpMethods.Get && Template.StartsWith("/desk", StringComparison.Ordinal);
}
