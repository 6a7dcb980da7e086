using System.Globalization;

namespace Lianxin.MakeSample;

/// <summary>Writes one item from a theme: throws its day, its village and its phrases, and fills them.</summary>
internal sealed class Author(Dice dice, IReadOnlyDictionary<string, EntryTable> entries)
{
    private const int Tries = 200;
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public Draft Write(Theme theme, Slot slot)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var draft = Attempt(theme, slot);
            if (written.Contains(draft.Title) || written.Contains(draft.Body))
                continue;
            written.Add(draft.Title);
            written.Add(draft.Body);
            return draft;
        }

        throw new InvalidOperationException($"{theme.Entry} {theme.Station}: nothing new in {Tries} tries: {theme.Titles[0]}");
    }

    private Draft Attempt(Theme theme, Slot slot)
    {
        var village = dice.Between(1, Offices.Villages);
        var station = theme.Station == "cun" ? Offices.VillageCode(village) : theme.Station;
        var table = entries[theme.Entry];
        var (formed, published) = Days(theme.Entry, slot);
        var words = Words(slot, formed, village, station);
        foreach (var (name, template) in theme.Bindings)
        {
            if (!words.Has(name) || slot.Values.All(v => v.Name != name))
                words[name] = words.Fill(template);
        }

        words["title"] = words.Fill(dice.Pick(theme.Titles));
        words["lead"] = words.Fill(dice.Pick(theme.Openings));
        var details = dice.Some(theme.Details, Math.Min(theme.Details.Count, dice.Between(1, 2))).Select(words.Fill);
        var closing = theme.Closings.Count > 0 && dice.Between(0, 3) > 0 ? words.Fill(dice.Pick(theme.Closings)) : "";
        return new Draft(
            theme.Entry,
            table.Office ?? station,
            theme.OfVillage ? Offices.VillageCode(village) : "",
            words["title"],
            words["lead"] + string.Concat(details) + closing,
            formed,
            published,
            slot.Period,
            [.. table.Elements.Select(e => (e.Key, words.Fill(e.Template)))],
            table.Channels);
    }

    private Template Words(Slot slot, DateOnly formed, int village, string station)
    {
        var office = Offices.Of(station);
        var words = new Template(dice)
        {
            ["cun"] = Offices.VillageTitle(village),
            ["she"] = $"{dice.Between(1, 9)}社",
            ["office"] = office.Title,
            ["phone"] = office.Telephone,
            ["iso"] = Iso(formed),
            ["d"] = string.Create(CultureInfo.InvariantCulture, $"{formed.Month}月{formed.Day}日"),
            ["M"] = formed.Month.ToString(CultureInfo.InvariantCulture),
            ["ym"] = formed.ToString("yyyyMM", CultureInfo.InvariantCulture),
            ["month-of"] = formed.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            ["raised"] = Iso(formed.AddDays(-dice.Between(4, 24))),
            ["period"] = slot.Period,
            ["pt"] = Periods.Spoken(slot.Period),
            ["period-end"] = Periods.LastMonth(slot.Period),
        };
        foreach (var (name, value) in slot.Values)
            words[name] = value;
        return words;
    }

    /// <summary>
    /// The day it was formed and the day it went out. What is due on the day itself goes out on it; lists of a period are
    /// formed in the first days after it; about one in forty is late.
    /// </summary>
    private (DateOnly Formed, DateOnly Published) Days(string entry, Slot slot)
    {
        var days = Days2014.Of(slot.Month);
        var afterPeriod = Periods.EndsBefore(slot.Period, slot.Month);
        var formed = dice.Pick(afterPeriod ? [.. days.Take(4)] : days);
        if (entry == "14-02")
            return (formed, formed);
        var late = formed.Month is >= 3 and <= 9 && dice.Between(1, 40) == 1;
        var wait = late ? dice.Between(21, 27) : afterPeriod ? dice.Between(0, 3) : entry == "01-03" ? dice.Between(0, 5) : dice.Between(0, 9);
        return (formed, Days2014.Plus(formed, wait));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
