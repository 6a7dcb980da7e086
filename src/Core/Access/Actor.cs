namespace Lianxin.Core.Access;

/// <summary>What a person may do (api.md, "Who may call").</summary>
public enum Role
{
    /// <summary>Anyone, without an account.</summary>
    Public,

    /// <summary>经办人: submits for an office.</summary>
    Clerk,

    /// <summary>审核人: examines what was submitted.</summary>
    Reviewer,

    /// <summary>领导小组成员: gives an opinion.</summary>
    Leader,

    /// <summary>组长: approves.</summary>
    Chair,

    /// <summary>监督员: reads everything, changes only supervision orders (S1, S2).</summary>
    Supervisor,

    /// <summary>党员: reads what is open inside the Party.</summary>
    Member,

    /// <summary>System administrator.</summary>
    Admin,

    /// <summary>A timer, a queue function or an import: machines are named actors too (law 7 of the house).</summary>
    Machine,
}

/// <summary>Who does something. <see cref="Account"/> is the login name, or <c>timer:…</c>, <c>queue:…</c> for a machine.</summary>
public sealed record Actor(string Account, string Name, Role Role, string Agency, string Office)
{
    public static Actor Machine(string name, string agency) => new(name, name, Role.Machine, agency, "");

    public static Actor Anyone(string agency) => new("public", "公众", Role.Public, agency, "");

    /// <summary>Any account of the agency except plain Party members.</summary>
    public bool IsStaff => Role is not (Role.Public or Role.Member or Role.Machine);
}
