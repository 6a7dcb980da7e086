using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary>
/// Reads the fields of feedback and cases; names are those of api.md. Characters that turn the reading direction are dropped here, so that
/// nothing behind it can be made to read as something else, in a list, a sheet or a file.
/// </summary>
internal static class FeedbackInputs
{
    public static FeedbackInput Public(Fields fields) => new(fields.Text("kind"), Words(fields, "text"), Words(fields, "contact"));

    public static FeedbackInput Staff(Fields fields) => new(
        fields.Text("kind"), Words(fields, "text"), Words(fields, "contact"), fields.Text("channel"), fields.Date("receivedOn"), fields.Text("office"));

    public static ScreeningInput Screening(Fields fields) => new(
        fields.Text("decision"), Words(fields, "reply"), fields.Text("office"), fields.Date("dueOn"), fields.Text("into"), fields.Text("group"),
        Words(fields, "request"), Words(fields, "plan"), fields.Text("difficulty"));

    public static ResolutionInput Resolution(Fields fields) => new(fields.Text("outcome"), Words(fields, "answer"), Words(fields, "passedTo"));

    public static ConfirmationInput Confirmation(Fields fields) => new(fields.Text("result"), Words(fields, "comment"));

    public static string? Words(Fields fields, string name) => fields.Text(name) is { } text ? DisplayText.Clean(text).Trim() : null;

    /// <summary>Hash of what was said, the same by form and by JSON.</summary>
    public static string HashOf(FeedbackInput input)
    {
        var said = string.Join('\u0001', input.Kind, input.Text?.ReplaceLineEndings("\n"), input.Contact, input.Channel, input.ReceivedOn, input.Office);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }
}
