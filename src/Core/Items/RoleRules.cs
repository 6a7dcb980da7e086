using Lianxin.Core.Access;

namespace Lianxin.Core.Items;

/// <summary>Who may take a step; the edge asks its permission table first, Core asks again.</summary>
internal static class RoleRules
{
    public static Refusal? Check(CommandContext context, params ReadOnlySpan<Role> allowed) =>
        allowed.Contains(context.By.Role) ? null : new Refusal(RefusalKind.Forbidden, "wrong-role", "您的角色不能办理这一步。");

    /// <summary>Whoever submitted an item neither reviews nor approves it.</summary>
    public static Refusal? NotOwn(Item item, CommandContext context) =>
        string.Equals(item.SubmittedBy, context.By.Account, StringComparison.Ordinal)
            ? new Refusal(RefusalKind.Forbidden, "own-item", "不能审核或批准自己申报的信息。")
            : null;
}
