using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>The public form for an opinion, a complaint or a hint at an error (S12). Plain HTML: no script, no account.</summary>
/// <param name="Action">Absolute address that it posts to.</param>
/// <param name="FindAction">Address of the page that follows a receipt code.</param>
/// <param name="BackHref">Address of the item's page.</param>
public sealed record FeedbackFormModel(string Action, string FindAction, string BackHref, PortalTexts Texts)
{
    public const int TextCharacters = 5_000;
    public const int ContactCharacters = 200;

    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";
    public string Contact { get; init; } = "";

    /// <summary>What is wrong, by the names of the fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>What is wrong as a whole; null on a fresh form.</summary>
    public string? Refused { get; init; }

    public IReadOnlyList<(string Value, string Label)> Kinds => [("opinion", Texts.Feedback.Opinion), ("complaint", Texts.Feedback.Complaint), ("error", Texts.Feedback.Error)];

    public static FeedbackFormModel For(PortalLinks links, string item, PortalTexts texts)
    {
        ArgumentNullException.ThrowIfNull(links);
        return new FeedbackFormModel(
            links.Api($"api/items/{Uri.EscapeDataString(item)}/feedback"), links.Api("api/feedback/find"), links.Page(PortalPaths.Item(item)), texts);
    }

    public string ErrorOf(string field) => string.Join(Texts.Feedback.Together, Errors.GetValueOrDefault(field) ?? []);
}
