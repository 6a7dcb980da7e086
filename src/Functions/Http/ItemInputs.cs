using Lianxin.Core.Items;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary>Reads the fields of items' calls; names are those of api.md.</summary>
internal static class ItemInputs
{
    private static readonly char[] IdSeparators = [' ', '\t', '\r', '\n', ',', '，', '、', ';', '；'];

    /// <summary>A submission, change or revision. A form sends every field it has, so that an empty one means empty; JSON leaves out what it keeps.</summary>
    public static ItemInput Item(PostedInput posted, IReadOnlyList<Attachment>? attachments)
    {
        var fields = posted.Fields;
        string? Kept(string name) => fields.Text(name) ?? (posted.IsForm ? "" : null);
        return new ItemInput
        {
            Entry = fields.Text("entry"),
            Office = fields.Text("office"),
            Title = Kept("title"),
            Body = Kept("body"),
            FormedOn = Kept("formedOn"),
            Period = Kept("period"),
            Village = Kept("village"),
            Elements = fields.Map("elements") ?? (posted.IsForm ? new Dictionary<string, string>(StringComparer.Ordinal) : null),
            Musts = fields.Has("musts") ? fields.Texts("musts") : posted.IsForm ? [] : null,
            Source = posted.IsForm ? "form" : fields.Text("source"),
            Audience = fields.Text("audience"),
            ExemptionArticle = fields.Text("exemptionArticle"),
            ExemptionReason = fields.Text("exemptionReason"),
            ChangeNote = Kept("changeNote"),
            PrivacyRequest = fields.Text("privacyRequest"),
            BecauseOf = fields.Has("becauseOf") ? Ids(fields.Texts("becauseOf")) : posted.IsForm ? [] : null,
            Correction = fields.Flag("correction") ?? (posted.IsForm ? false : null),
            Clarifies = Kept("clarifies"),
            Attachments = attachments,
        };
    }

    /// <summary>A form has one box for all ids, however somebody parts them.</summary>
    private static List<string> Ids(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(t => t.Split(IdSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    public static ReviewInput Review(Fields fields) => new(
        fields.Text("decision"),
        fields.Text("comment"),
        fields.Text("secrecyCheck"),
        fields.Flag("answers.complete") == true,
        fields.Flag("answers.true") == true,
        fields.Flag("answers.specific") == true,
        fields.Flag("answers.lawful") == true)
    {
        PrivacyOverride = fields.Text("privacyOverride.reason") is var reason && fields.Text("privacyOverride.article") is var article && (reason ?? article) is not null
            ? new PrivacyOverrideInput(reason, article)
            : null,
        CheckedFiles = fields.Texts("checkedFiles"),
    };

    public static ApprovalInput Approval(Fields fields) => new(
        fields.Text("decision"),
        fields.Text("audience"),
        fields.Has("channels") ? fields.Texts("channels") : null,
        fields.Text("publishOn"),
        fields.Text("partyUntil"),
        fields.Text("overrideReason"),
        fields.Text("exemptionArticle"),
        fields.Text("exemptionReason"),
        fields.Text("comment"));
}
