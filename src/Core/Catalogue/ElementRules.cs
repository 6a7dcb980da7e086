using System.Globalization;

namespace Lianxin.Core.Catalogue;

/// <summary>
/// Whether the elements (要素) of an item are complete and of the right type. The seed's own complaint 大项多、细目少 is answered
/// here: every required element must be filled.
/// </summary>
public static class ElementRules
{
    /// <summary>Longest value of an element, in characters.</summary>
    public const int LongestValue = 2_000;

    /// <returns>Messages in Chinese by element key; empty when all is well. A key that the entry does not have is an error too.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Check(CatalogueEntry entry, IReadOnlyDictionary<string, string> elements)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(elements);
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var element in entry.RequiredElements)
        {
            if (Problem(element, elements.GetValueOrDefault(element.Key)) is { } problem)
                errors[element.Key] = [problem];
        }

        foreach (var key in elements.Keys.Where(k => entry.RequiredElements.All(e => !string.Equals(e.Key, k, StringComparison.Ordinal))))
            errors[key] = [$"事项 {entry.Code} 没有这个要素。"];
        return errors;
    }

    private static string? Problem(RequiredElement element, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return $"请填写“{element.Label}”。";
        if (value.Length > LongestValue)
            return string.Create(CultureInfo.InvariantCulture, $"“{element.Label}”不能超过{LongestValue}个字。");
        return element.Type switch
        {
            ElementType.Text => value.AsSpan().ContainsAny('\r', '\n') ? $"“{element.Label}”只能填写一行。" : null,
            ElementType.Date => DateProblem(element, value),
            ElementType.Month => ElementValues.TryMonth(value, out _) ? null : $"“{element.Label}”应填写月份，如 2026-03。",
            ElementType.Year => ElementValues.TryYear(value, out _) ? null : $"“{element.Label}”应填写年份，如 2026。",
            ElementType.Money => MoneyProblem(element, value),
            ElementType.Count => CountProblem(element, value),
            ElementType.Phone => ElementValues.IsPhone(value) ? null : $"“{element.Label}”应填写电话号码，如 0951-8000101。",
            _ => null,
        };
    }

    private static string? DateProblem(RequiredElement element, string value)
    {
        if (ElementValues.TryDate(value, out _))
            return null;
        return ElementValues.LooksLikeDate(value)
            ? $"“{element.Label}”填写的日期不存在。"
            : $"“{element.Label}”应填写日期，如 2026-03-28。";
    }

    private static string? MoneyProblem(RequiredElement element, string value)
    {
        if (!ElementValues.TryMoney(value, out var yuan))
            return $"“{element.Label}”应填写金额（元），最多两位小数，如 1234.50。";
        return yuan < 0 ? $"“{element.Label}”不能是负数。" : null;
    }

    private static string? CountProblem(RequiredElement element, string value)
    {
        if (!ElementValues.TryCount(value, out var count))
            return $"“{element.Label}”应填写整数。";
        return count < 0 ? $"“{element.Label}”不能是负数。" : null;
    }
}
