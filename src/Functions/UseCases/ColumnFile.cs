using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core.Catalogue;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>What the agency says of itself in the statutory column, and how it is reached.</summary>
public sealed record ColumnSettings(ColumnText Text, PortalContact Contact);

/// <summary>How to reach the office, as far as the catalogue does not say.</summary>
internal sealed record ColumnContact(string? Address, string? Hours, string? Telephone, string? Email, string? Postcode, string? Fax, string? Supervisor);

internal sealed record ColumnDocument(
    ColumnContact Contact, IReadOnlyList<TextPart> Guide, IReadOnlyList<RuleLine> Rules, IReadOnlyList<TextPart> Applying);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ColumnDocument))]
internal sealed partial class ColumnJson : JsonSerializerContext;

/// <summary>
/// Reads the agency's own words of the statutory column, <c>column.{language}.json</c>: contact, guide, rules, how to apply. In a text
/// <c>{agency}</c> and <c>{office}</c> stand for their names.
/// </summary>
public static class ColumnFile
{
    /// <exception cref="InvalidSettingsException">The file is missing or broken.</exception>
    public static ColumnSettings Load(string folder, string language, string agency, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var name = $"column.{language}.json";
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new InvalidSettingsException($"{name} is missing in {folder}.");
        }

        // The office that answers for the disclosure guide (条例 Art. 12) is the one to turn to.
        var office = catalogue.Entry("05-01") is { Offices: [var code, ..] } ? catalogue.Office(code) : null;
        var title = office?.Title ?? "党政办公室";
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllText(path), ColumnJson.Default.ColumnDocument)
                ?? throw new InvalidSettingsException($"{name} is empty.");
            string Named(string text) => text.Replace("{agency}", agency, StringComparison.Ordinal).Replace("{office}", title, StringComparison.Ordinal);
            IReadOnlyList<TextPart> Parts(IReadOnlyList<TextPart> parts) => [.. parts.Select(p => new TextPart(Named(p.Heading), [.. p.Paragraphs.Select(Named)]))];
            var contact = file.Contact;
            return new ColumnSettings(
                new ColumnText(Parts(file.Guide), file.Rules, Parts(file.Applying)),
                new PortalContact(title, contact.Address, contact.Hours, contact.Telephone ?? office?.Telephone, contact.Email)
                {
                    Postcode = contact.Postcode,
                    Fax = contact.Fax,
                    Supervisor = contact.Supervisor is { } supervisor ? Named(supervisor) : null,
                });
        }
        catch (JsonException broken)
        {
            throw new InvalidSettingsException($"{name}: {broken.Message}");
        }
    }
}
