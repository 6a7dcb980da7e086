namespace Lianxin.MakeSample;

/// <summary>What an entry of the catalogue asks for: channels, elements, and the office that answers where it is not the station itself.</summary>
internal sealed record EntryTable(string Channels, string? Office, IReadOnlyList<(string Key, string Template)> Elements);

/// <summary>One item to be: its month, its period (empty where none) and values that are given.</summary>
internal sealed record Slot(int Month, string Period, IReadOnlyList<(string Name, string Value)> Values);

/// <summary>Phrases for items of one kind: titles, openings, details and closings, with the items to be made of them.</summary>
internal sealed record Theme(string Entry, string Station, bool OfVillage, IReadOnlyList<Slot> Slots)
{
    public List<(string Name, string Template)> Bindings { get; } = [];

    public List<string> Titles { get; } = [];

    public List<string> Openings { get; } = [];

    public List<string> Details { get; } = [];

    public List<string> Closings { get; } = [];
}

/// <summary>Reads the phrase tables; their form is described in the README beside them.</summary>
internal static class PhraseTables
{
    public static IReadOnlyDictionary<string, EntryTable> Entries(IEnumerable<string> lines)
    {
        var tables = new Dictionary<string, EntryTable>(StringComparer.Ordinal);
        List<(string, string)> elements = [];
        foreach (var (mark, rest) in Marked(lines))
        {
            if (mark == 'e')
            {
                elements.Add(Named(rest));
                continue;
            }

            var words = rest.Split(' ');
            elements = [];
            tables.Add(words[0], new EntryTable(words[1], words.Length > 2 ? words[2] : null, elements));
        }

        return tables;
    }

    public static IReadOnlyList<Theme> Themes(IEnumerable<string> lines)
    {
        var themes = new List<Theme>();
        foreach (var (mark, rest) in Marked(lines))
        {
            if (mark == '=')
            {
                var words = rest.Split(' ');
                themes.Add(new Theme(words[0], words[1], words[1] == "cun", [.. words.Skip(2).Select(Slot)]));
                continue;
            }

            var theme = themes[^1];
            if (mark == 'v')
                themes[^1] = theme with { OfVillage = true };
            else if (mark == 'b')
                theme.Bindings.Add(Named(rest));
            else
                (mark switch { 't' => theme.Titles, 'o' => theme.Openings, 'd' => theme.Details, 'c' => theme.Closings, _ => throw new FormatException(rest) }).Add(rest);
        }

        return themes;
    }

    private static Slot Slot(string word)
    {
        var parts = word.Split(':', 2);
        var when = parts[0].Split('@');
        var values = parts.Length == 1 ? [] : parts[1].Split(',').Select(Named).ToList();
        return new Slot(int.Parse(when[0], System.Globalization.CultureInfo.InvariantCulture), when.Length > 1 ? when[1] : "", values);
    }

    private static (string Name, string Value) Named(string text)
    {
        var parts = text.Split('=', 2);
        return (parts[0], parts[1]);
    }

    private static IEnumerable<(char Mark, string Text)> Marked(IEnumerable<string> lines) =>
        lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => (l[0], l.Length > 2 ? l[2..] : ""));
}
