using System.Globalization;
using System.Text.Json;
using Lianxin.Core;

namespace Lianxin.Functions.Input;

/// <summary>
/// Reads fields by name (<c>answers.complete</c> for a field inside an object) and notes what is no lawful value, so that a caller
/// reads everything first and refuses once with every message. Absent, empty and JSON <c>null</c> are all null.
/// </summary>
public sealed class Fields(JsonElement root)
{
    private readonly Dictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    /// <summary>What was wrong in the fields read so far; null when nothing was.</summary>
    public Refusal? Refusal => errors.Count == 0
        ? null
        : new Refusal(RefusalKind.Invalid, ProblemCodes.InvalidInput, "有字段的内容不符合要求，请改正后再提交。")
        {
            Errors = errors.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, StringComparer.Ordinal),
        };

    /// <summary>Notes a message of the caller's own.</summary>
    public void Refuse(string name, string message)
    {
        if (!errors.TryGetValue(name, out var messages))
            errors.Add(name, messages = []);
        messages.Add(message);
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Text without leading and trailing white space; control characters but tab and line end are refused.</summary>
    public string? Text(string name) => Find(name) is { } value ? TextOf(name, value) : null;

    /// <summary>A password: exactly as it was typed, white space and all.</summary>
    public string? Secret(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        switch (value.ValueKind == JsonValueKind.String ? value.GetString()! : "")
        {
            case "true" or "on" or "1" or "yes" or "是":
                return true;
            case "false" or "off" or "0" or "no" or "否":
                return false;
            default:
                Refuse(name, "应为“是”或“否”（true 或 false）。");
                return null;
        }
    }

    public int? Whole(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        if (value.ValueKind == JsonValueKind.String
            && int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return number;
        }

        Refuse(name, "应为整数。");
        return null;
    }

    /// <summary>A decimal number, written with a point.</summary>
    public decimal? Amount(string name)
    {
        if (Find(name) is not { } value)
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!.Trim(),
            _ => "",
        };
        if (text.Length <= 40 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return amount;
        Refuse(name, "应为数字，小数点用“.”。");
        return null;
    }

    /// <summary>A date in China Standard Time, written <c>YYYY-MM-DD</c>.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Refuse(name, "日期不存在或写法有误，应为 YYYY-MM-DD。");
        return null;
    }

    /// <summary>A list of texts; one value alone is a list of one, as forms send it.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } value)
            return [];
        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        return [.. values.Where(IsThere).Select(v => TextOf(name, v)).OfType<string>()];
    }

    /// <summary>An object of texts by key; numbers keep their spelling. Null when it is absent.</summary>
    public IReadOnlyDictionary<string, string>? Map(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(name, "应为一组字段。");
            return null;
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in value.EnumerateObject().Where(f => IsThere(f.Value)))
        {
            var text = field.Value.ValueKind == JsonValueKind.Number
                ? field.Value.GetRawText()
                : TextOf($"{name}.{field.Name}", field.Value);
            if (text is not null)
                map.Add(field.Name, text);
        }

        return map;
    }

    private string? TextOf(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(name, "应为文字。");
            return null;
        }

        var text = value.GetString()!.Trim();
        if (!text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            return text;
        Refuse(name, "含有不允许的控制字符。");
        return null;
    }

    private JsonElement? Find(string name)
    {
        var value = root;
        foreach (var step in name.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out value))
                return null;
        }

        return IsThere(value) ? value : null;
    }

    private static bool IsThere(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        && !(value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));
}
