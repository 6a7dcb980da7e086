namespace Lianxin.Core.Items;

/// <summary>What a version says of itself beside its content: why it came about, and what it clears up.</summary>
internal sealed record RevisionFields(string? ChangeNote, bool IsCorrection, IReadOnlyList<string> BecauseOf, string? Clarifies)
{
    /// <summary>Pieces of feedback that one revision may name: quotes and notices have to fit one page and one transaction.</summary>
    private const int MostFeedback = 50;
    private const int LongestId = 100;

    /// <summary>The item as the ground of a new version: what the version before said of itself does not carry over.</summary>
    public static Item Fresh(Item item) =>
        item with { Content = item.Content with { ChangeNote = null, IsCorrection = false, BecauseOf = [] } };

    /// <summary>Reads the fields over what was there before.</summary>
    public static RevisionFields Read(ItemInput input, Item? before, CommandContext context, Action<string, string> wrong)
    {
        var note = input.ChangeNote is null ? before?.Content.ChangeNote : ItemChecks.NullIfBlank(input.ChangeNote);
        if (note?.Length > context.Limits.Comment)
        {
            wrong("changeNote", $"修改说明不能超过{context.Limits.Comment}字，现为{note.Length}字。");
        }

        // A first version corrects and answers nothing.
        var revising = before is { Releases.Count: > 0 };
        return new RevisionFields(
            note,
            revising && (input.Correction ?? before!.Content.IsCorrection),
            revising ? ReadBecauseOf(input, before!, wrong) : [],
            ReadClarifies(input, before, wrong));
    }

    private static IReadOnlyList<string> ReadBecauseOf(ItemInput input, Item before, Action<string, string> wrong)
    {
        if (input.BecauseOf is null)
        {
            return before.Content.BecauseOf;
        }

        var ids = input.BecauseOf.Select(ItemChecks.NullIfBlank).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count > MostFeedback)
        {
            wrong("becauseOf", $"一次修改最多列出{MostFeedback}条意见。");
        }
        else if (ids.Find(id => id.Length > LongestId || id.Any(c => char.IsControl(c) || c == ',')) is { } odd)
        {
            wrong("becauseOf", $"“{ItemChecks.Clip(odd)}”不是意见的编号。");
        }

        return ids;
    }

    /// <summary>The target must be public now; what the public cannot see gets the same answer as what there is not.</summary>
    private static string? ReadClarifies(ItemInput input, Item? before, Action<string, string> wrong)
    {
        if (input.Clarifies is null)
        {
            return before?.Content.Clarifies;
        }

        if (ItemChecks.NullIfBlank(input.Clarifies) is not { } id)
        {
            return null;
        }

        if (string.Equals(id, before?.Id, StringComparison.Ordinal))
        {
            wrong("clarifies", "信息不能澄清它自己；改正本条信息请用“更正”。");
        }
        else if (input.Clarified is not { } target || !string.Equals(target.Id, id, StringComparison.Ordinal) || !Visibility.IsPublic(target))
        {
            wrong("clarifies", $"没有编号为“{ItemChecks.Clip(id)}”的已公开信息，请核对。");
        }

        return id;
    }
}
