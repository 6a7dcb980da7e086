namespace Lianxin.Core.Items;

/// <summary>Whether an approved item could go out as it is: what the list before the quarter's end asks of each (S30).</summary>
public static class Readiness
{
    /// <summary>Everything that stands against publishing the item, in Chinese; empty when nothing does. Never quotes what it found.</summary>
    public static IReadOnlyList<string> ProblemsOf(Item item, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(context);
        var problems = new List<string>();
        if (context.Catalogue.Entry(item.Entry) is null)
        {
            problems.Add("现行公开事项目录中没有这一事项。");
            return problems;
        }

        var read = ItemChecks.Read(new ItemInput(), item, context, incomplete: false);
        problems.AddRange(read.Errors.Values.SelectMany(messages => messages));
        if (PrivacyGate.Check(item, context) is { } personal)
        {
            problems.Add($"内容中发现{personal.Findings.Count}处个人信息。");
        }

        return problems;
    }
}
