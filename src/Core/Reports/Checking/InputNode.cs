using System.Text.Json;

namespace Lianxin.Core.Reports.Checking;

/// <summary>A place in a submitted document; notes what is wrong there under its dotted path.</summary>
internal readonly record struct InputNode(JsonElement Element, string Path, FieldErrors Errors)
{
    /// <summary>No agency counts further; more is a slip of the keyboard or an attack.</summary>
    public const decimal LargestCount = 1_000_000_000;

    /// <summary>Sums of money in yuan or 10,000 yuan.</summary>
    public const decimal LargestAmount = 10_000_000_000_000;

    public void Wrong(string message) => Errors.Add(Path.Length == 0 ? "$" : Path, message);

    /// <summary>A member; null where it is missing or JSON <c>null</c>.</summary>
    public InputNode? Find(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null
            ? At(name, found)
            : null;

    public InputNode? Require(string name)
    {
        var found = Find(name);
        if (found is null)
            Errors.Add(Path.Length == 0 ? name : $"{Path}.{name}", "必须填写。");
        return found;
    }

    /// <summary>Members that hold something.</summary>
    public IEnumerable<(string Name, InputNode Node)> Members()
    {
        var self = this;
        return Element.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null).Select(m => (m.Name, self.At(m.Name, m.Value)));
    }

    public IEnumerable<InputNode> Items()
    {
        var self = this;
        return Element.EnumerateArray().Select((e, i) => new InputNode(e, $"{self.Path}[{i}]", self.Errors));
    }

    public bool Is(JsonValueKind kind, string otherwise)
    {
        if (Element.ValueKind == kind)
            return true;
        Wrong(otherwise);
        return false;
    }

    /// <summary>A number of the document, in its printed precision; null, and noted, when it is none or out of bounds.</summary>
    public decimal? Number(CellKind kind)
    {
        var largest = kind == CellKind.Amount ? LargestAmount : LargestCount;
        if (Element.ValueKind != JsonValueKind.Number)
            Wrong(Element.ValueKind == JsonValueKind.String ? "应为数字，不是文字。" : "应为数字。");
        else if (!Element.TryGetDecimal(out var number) || Math.Abs(number) > largest)
            Wrong($"数字过大，不能超过{largest:0}。");
        else if (number < 0 && kind != CellKind.Change)
            Wrong("不能为负数。");
        else if (kind == CellKind.Count && number != decimal.Truncate(number))
            Wrong("应为整数。");
        else
            return number;
        return null;
    }

    private InputNode At(string name, JsonElement value) => new(value, Path.Length == 0 ? name : $"{Path}.{name}", Errors);
}
