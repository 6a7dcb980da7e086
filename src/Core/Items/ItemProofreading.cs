using Lianxin.Core.Proofreading;

namespace Lianxin.Core.Items;

/// <summary>校对 of an item (S43): everything a reader gets to see is read. Wrong names of the state and of organs stop it, all else is told.</summary>
public static class ItemProofreading
{
    /// <summary>Everything noticed, by place.</summary>
    public static IReadOnlyList<ProofreadingFinding> Findings(ItemContent content, Proofreader proofreader)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(proofreader);
        return
        [
            .. proofreader.Read("title", content.Title),
            .. proofreader.Read("body", content.Body),
            .. proofreader.Read("changeNote", content.ChangeNote ?? ""),
            .. content.Elements.OrderBy(e => e.Key, StringComparer.Ordinal).SelectMany(e => proofreader.Read($"elements.{e.Key}", e.Value)),
        ];
    }

    /// <summary>The refusal of what may not be published so, field by field; it quotes the wrong word and nothing around it.</summary>
    public static Refusal? Check(ItemContent content, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        var hard = Findings(content, context.Proofreader).Where(f => f.Severity == ProofreadingSeverity.Hard).ToList();
        return hard.Count == 0
            ? null
            : new Refusal(RefusalKind.Invalid, "wording-error", $"发现{hard.Count}处国名、机构名写错，请改正后再提交。")
            {
                Errors = hard.GroupBy(f => f.Place, StringComparer.Ordinal).ToDictionary(
                    g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => $"{f.Rule}，应为{f.Suggestion}。").Distinct(StringComparer.Ordinal)], StringComparer.Ordinal),
            };
    }
}
