namespace Lianxin.Documents.Pages;

/// <summary>A line of a receipt.</summary>
public sealed record ReceiptLine(string Label, string Value);

/// <summary>A form on the receipt page.</summary>
/// <param name="Action">Absolute address that it posts to.</param>
/// <param name="Ask">What is asked for in words; null where the button says everything.</param>
/// <param name="Field">Name of the field with the words.</param>
/// <param name="Typed">The words as they were typed, where they were refused.</param>
public sealed record ReceiptForm(string Id, string Title, string Lead, string Action, string Button, string? Ask = null, string Field = "reason", string Typed = "");

/// <summary>
/// 回执: what became of a piece of feedback, for the one who has the code. To be kept or printed; it shows neither the contact nor
/// anybody else's words.
/// </summary>
/// <param name="State">Where it is, in plain words.</param>
/// <param name="Next">What comes next, in one sentence.</param>
/// <param name="Own">What the person wrote.</param>
/// <param name="Progress">办理进展, oldest first.</param>
/// <param name="Message">What a step on this page led to; null on a plain visit.</param>
public sealed record FeedbackReceiptModel(
    string Code,
    string State,
    string Next,
    IReadOnlyList<ReceiptLine> Lines,
    string Own,
    string? Reply,
    IReadOnlyList<ReceiptLine> Case,
    IReadOnlyList<ReceiptLine> Progress,
    IReadOnlyList<ReceiptForm> Forms,
    string? ItemHref,
    string? Message = null);
