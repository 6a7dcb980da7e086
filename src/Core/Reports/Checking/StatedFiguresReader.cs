using System.Text.Json;

namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// Reads figures as a text states them. Known keys must hold what belongs there; a number may be printed as an estimate (<c>30多</c>), which
/// is kept as said and not reckoned with. Unknown keys are ignored.
/// </summary>
internal static class StatedFiguresReader
{
    private const int NameCharacters = 200;
    private const int ListLength = 500;
    private const string PartialEnd = "_partial";

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "items_published", "channels_total", "produced_total", "applications_received", "new_received", "received_incl_carried", "carried_over",
        "carried_forward", "answered", "granted", "partly_granted", "granted_and_partly", "refused", "cannot_provide", "not_processed",
        "other_outcome", "applications_natural", "applications_business", "applications_legal", "review_total", "litigation_total",
        "review_and_litigation_total", "normative_made", "normative_in_force", "normative_repealed", "rules_made", "fee_collected_yuan",
        "fee_cases", "consultations", "new_media", "finance_items",
    };

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "categories", "channels", "by_body", "produced_parts", "consultation_parts", "new_media_parts", "finance_categories",
        "channels_applications", "applications_by_form", "applications.by_form", "fee_breakdown", "percentages", "review", "litigation",
    };

    /// <summary>Objects with figures inside; some reports have only one number there.</summary>
    private static readonly HashSet<string> Objects = new(StringComparer.Ordinal)
    {
        "applications", "replies", "review", "litigation", "cumulative", "outcome_breakdown", "percentages",
    };

    /// <summary>Figures inside such an object that rules compare; what else stands there is taken where it is a number, else ignored.</summary>
    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal)
    {
        "applications.received", "replies.total", "replies.granted", "replies.partly_granted", "replies.refused", "replies.other",
        "review.upheld", "review.corrected", "review.other", "review.pending", "review.total", "litigation.upheld", "litigation.corrected",
        "litigation.other", "litigation.pending", "litigation.total", "cumulative.items_published",
    };

    public static StatedFigures Read(InputNode node)
    {
        var read = new Draft();
        if (node.Is(JsonValueKind.Object, "应为对象。"))
            Members(node, "", read);
        return new StatedFigures(read.Numbers, read.Present, read.Parts, read.Partial);
    }

    private static void Members(InputNode node, string prefix, Draft read)
    {
        foreach (var (name, member) in node.Members().TakeWhile(_ => !node.Errors.IsFull))
        {
            var key = prefix + name;
            if (name.EndsWith(PartialEnd, StringComparison.Ordinal) && member.Element.ValueKind == JsonValueKind.True)
                read.Partial.Add(key[..^PartialEnd.Length]);
            else if (Lists.Contains(key) && member.Element.ValueKind == JsonValueKind.Array)
                List(member, key, read);
            else if ((Objects.Contains(key) || Lists.Contains(key) || prefix.Length > 0) && member.Element.ValueKind == JsonValueKind.Object)
                Object(member, key, read);
            else if (Numbers.Contains(key) || Objects.Contains(key) || Inner.Contains(key) || (prefix.Length > 0 && member.Element.ValueKind == JsonValueKind.Number))
                Number(member, key, read);
            else if (Lists.Contains(key))
                member.Wrong("应为列表，每项为名称和数字。");
        }
    }

    private static void Object(InputNode node, string key, Draft read)
    {
        read.Present.Add(key);
        Members(node, key + ".", read);
        if (Lists.Contains(key))
        {
            read.Parts[key] = [.. node.Members().Where(m => m.Name != StatutoryForms.Total)
                .Select(m => new StatedPart(m.Name, null, read.Numbers.TryGetValue($"{key}.{m.Name}", out var count) ? count : null))];
        }
    }

    private static void Number(InputNode node, string key, Draft read)
    {
        read.Present.Add(key);
        if (IsEstimate(node))
            return;
        if (node.Number(CellKind.Amount) is { } number)
            read.Numbers[key] = number;
    }

    private static void List(InputNode node, string key, Draft read)
    {
        if (node.Element.GetArrayLength() > ListLength)
        {
            node.Wrong($"不能超过{ListLength}项。");
            return;
        }

        read.Present.Add(key);
        var parts = new List<StatedPart>();
        foreach (var item in node.Items().TakeWhile(_ => !node.Errors.IsFull))
        {
            if (item.Element.ValueKind != JsonValueKind.Array || item.Element.GetArrayLength() != 2)
            {
                item.Wrong("应为名称和数字两项。");
                continue;
            }

            var (first, second) = (item with { Element = item.Element[0] }, item with { Element = item.Element[1] });
            var isName = first.Element.ValueKind is JsonValueKind.String or JsonValueKind.Null;
            var name = first.Element.ValueKind == JsonValueKind.String ? first.Element.GetString()! : "";
            if (name.Length > NameCharacters)
                item.Wrong($"名称不能超过{NameCharacters}字。");
            parts.Add(new StatedPart(name, isName ? null : first.Number(CellKind.Amount), IsUnknown(second) ? null : second.Number(CellKind.Amount)));
        }

        read.Parts[key] = parts;
    }

    private static bool IsUnknown(InputNode node) => node.Element.ValueKind == JsonValueKind.Null || IsEstimate(node);

    /// <summary>Text with some number in it that is more than a bare number.</summary>
    private static bool IsEstimate(InputNode node)
    {
        if (node.Element.ValueKind != JsonValueKind.String)
            return false;
        var text = node.Element.GetString()!;
        return text.Length <= NameCharacters
            && text.Any(c => char.IsAsciiDigit(c) || "一二三四五六七八九十百千万两几数若多".Contains(c, StringComparison.Ordinal))
            && text.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or '-' or '+' or ' '));
    }

    private sealed class Draft
    {
        public Dictionary<string, decimal> Numbers { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Present { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, IReadOnlyList<StatedPart>> Parts { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Partial { get; } = new(StringComparer.Ordinal);
    }
}
