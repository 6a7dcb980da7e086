namespace Lianxin.Core.Notices;

/// <summary>A line, and the parts of an office that are to be told.</summary>
/// <param name="Office">Code of the office.</param>
public sealed record AddressedLine(string Office, IReadOnlyList<OfficePart> To, NoticeLine Line);

/// <summary>Gathers lines by person, so that each gets one notice however many parts they play.</summary>
public static class Addressing
{
    /// <summary>One entry per person, ordered by their keys; each duty stands in it once, with its hardest severity.</summary>
    public static IReadOnlyList<PersonNotice> PerPerson(IEnumerable<AddressedLine> lines, ContactBook contacts)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(contacts);
        return
        [
            .. lines
                .SelectMany(l => l.To.Select(part => contacts.Of(l.Office, part)).OfType<Contact>().Distinct().Select(person => (Person: person, l.Line)))
                .GroupBy(t => t.Person)
                .OrderBy(g => g.Key.Key, StringComparer.Ordinal)
                .Select(g => new PersonNotice(g.Key, [.. g.GroupBy(t => t.Line.Duty).Select(d => d.Select(t => t.Line).MaxBy(l => l.Severity)!)])),
        ];
    }
}
