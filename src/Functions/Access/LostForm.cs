using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Access;

/// <summary>One field of a form, as typed.</summary>
public sealed record LostField(string Name, string Value);

/// <summary>
/// A form of the desk that was sent when its session was over. It travels as one hidden field through the sign-in and comes back as a form:
/// nothing of it is kept here, and no password is ever in it.
/// </summary>
/// <param name="Action">Address that it was sent to, on this site.</param>
/// <param name="Account">Whose session it was, where that is known: nobody else gets to see it again.</param>
/// <param name="Files">Fields and names of files; a browser does not let them travel, they are chosen again.</param>
public sealed record LostForm(string Action, string? Account, IReadOnlyList<LostField> Fields, IReadOnlyList<LostField> Files)
{
    /// <summary>Name of the hidden field.</summary>
    public const string FieldName = "carried";

    /// <summary>Characters that travel at most: a body of 200,000 and everything around it.</summary>
    private const int MostCharacters = 400_000;
    private const int MostFields = 300;
    private static readonly string[] Secrets = ["password", "current", "code", "secret", FieldName];

    /// <summary>Reads the text of a form post and the names of its files; null when it is no form of ours, broken, or too large to travel.</summary>
    public static async Task<LostForm?> ReadAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var action = context.Request.Path.Value ?? "";
        if (!IsAction(action) || await FormText.ReadAsync(context.Request, context.RequestAborted) is not { } form)
            return null;
        var fields = form.Fields.Where(f => !Secrets.Contains(f.Key, StringComparer.OrdinalIgnoreCase)).Select(f => new LostField(f.Key, f.Value)).ToList();
        var lost = new LostForm(action + context.Request.QueryString, CurrentActor.LostAccount(context), fields, [.. form.Files.Select(f => new LostField(f.Key, f.Value))]);
        return lost.Travels ? lost : null;
    }

    /// <summary>What came back through the sign-in; null when it is not what was sent out.</summary>
    public static LostForm? Parse(string? text)
    {
        if (text is null || text.Length > 2 * MostCharacters)
            return null;
        try
        {
            return JsonSerializer.Deserialize(text, LostFormJson.Plain.LostForm) is { Action: { } action, Fields: not null, Files: not null } lost && IsAction(action.Split('?')[0]) && lost.Travels ? lost : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Text() => JsonSerializer.Serialize(this, LostFormJson.Plain.LostForm);

    /// <summary>Whether the browser itself says that the form stood on a page of ours; a foreign page puts no words into anybody's mouth.</summary>
    public static bool IsFromOwnPage(HttpRequest request, LianxinOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var origin = request.Headers.Origin.ToString();
        return request.Headers["Sec-Fetch-Site"].ToString() is var site && (site == "same-origin"
            || (origin.Length > 0 && (OriginCheck.AllowedBy(options).Contains(origin) || (site.Length == 0 && OriginCheck.IsSameHost(origin, request.Host)))));
    }

    private bool Travels => Fields.Count + Files.Count <= MostFields
        && Fields.Concat(Files).All(f => f is { Name: not null, Value: not null })
        && Fields.Concat(Files).Sum(f => (long)f.Name.Length + f.Value.Length) <= MostCharacters;

    private static bool IsAction(string path) =>
        path.StartsWith("/api/", StringComparison.Ordinal) && path != "/" + Permissions.SignIn.Template && path != Permissions.SignIn.Template
        && path.All(c => c is > ' ' and < '\u007f' and not '\\' and not '"') && !path.Contains("//", StringComparison.Ordinal);
}

/// <summary>Chinese stays Chinese: escaped, it would be twice as long.</summary>
[JsonSerializable(typeof(LostForm))]
internal sealed partial class LostFormJson : JsonSerializerContext
{
    public static LostFormJson Plain { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
