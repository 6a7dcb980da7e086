using Lianxin.Core;
using Lianxin.Core.Reports;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary>Reads the typed parts of a report.</summary>
internal static class NarrativeInputs
{
    private const int SectionCharacters = 20_000;

    public static Decision<ReportNarrative> Read(Fields fields, int year)
    {
        var sections = fields.Map("sections") ?? new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in sections)
        {
            if (key.Length > 60 || text.Length > SectionCharacters)
            {
                fields.Refuse($"sections.{(key.Length > 60 ? key[..60] : key)}", $"每节不能超过{SectionCharacters}字。");
            }
        }

        var narrative = new ReportNarrative(
            sections, fields.Date("signedOn"), fields.Date("publishedOn"), fields.Date("periodFrom") ?? new DateOnly(year, 1, 1), fields.Date("periodTo"));
        return fields.Refusal is { } wrong ? wrong : narrative;
    }
}
