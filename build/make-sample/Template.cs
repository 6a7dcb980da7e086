using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.MakeSample;

/// <summary>
/// Fills <c>{name}</c>, <c>{one|of|these}</c>, <c>{#low-high/step}</c> and <c>{=a*b+#1-9}</c> in a phrase.
/// A value that was thrown once keeps its name, so that title, text and elements agree.
/// </summary>
internal sealed partial class Template(Dice dice)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    public bool Has(string name) => values.ContainsKey(name);

    public string Fill(string phrase)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (Match hole in Hole().Matches(phrase))
        {
            text.Append(phrase, at, hole.Index - at).Append(Value(hole.Groups[1].Value));
            at = hole.Index + hole.Length;
        }

        return text.Append(phrase, at, phrase.Length - at).ToString();
    }

    private string Value(string hole)
    {
        if (hole.Contains('|', StringComparison.Ordinal))
            return Fill(dice.Pick(hole.Split('|')));
        if (hole[0] == '#')
            return Thrown(hole).ToString(CultureInfo.InvariantCulture);
        if (hole[0] == '=')
            return Computed(hole[1..]).ToString(CultureInfo.InvariantCulture);
        return values.TryGetValue(hole, out var value) ? Fill(value) : throw new FormatException($"No value for {{{hole}}}.");
    }

    private long Thrown(string range)
    {
        var numbers = Number().Matches(range).Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture)).ToList();
        var step = range.Contains('/', StringComparison.Ordinal) ? numbers[2] : 1;
        return numbers[0] + ((long)step * dice.Between(0, (numbers[1] - numbers[0]) / step));
    }

    /// <summary>From left to right; a range with a percent sign takes that part of what stands before it.</summary>
    private long Computed(string sum)
    {
        long total = 0;
        var operation = "+";
        foreach (Match token in Token().Matches(sum))
        {
            if (token.Value is "+" or "-" or "*")
            {
                operation = token.Value;
                continue;
            }

            var number = token.Value[0] == '#' ? Thrown(token.Value) : long.Parse(values[token.Value], CultureInfo.InvariantCulture);
            total = operation switch
            {
                "+" => total + number,
                "-" => total - number,
                _ => token.Value[^1] == '%' ? total * number / 100 : total * number,
            };
        }

        return total;
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"#\d+-\d+(?:/\d+)?%?|[a-z][a-z0-9]*|[+*-]")]
    private static partial Regex Token();
}
