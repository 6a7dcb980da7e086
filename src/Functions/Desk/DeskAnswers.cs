using System.Text.Json;
using Lianxin.Core;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Desk;

/// <summary>Answers to form posts that were refused: the form again, with everything typed still in it, as 400 or what the refusal asks for.</summary>
public sealed class DeskAnswers(DeskViews views, TroubleViews troubles)
{
    /// <summary>Address of the receipt page after a step.</summary>
    public static string Receipt(string id, string did) => $"/desk/receipts/{Uri.EscapeDataString(id)}?did={did}";

    /// <summary>True for a person with a browser; programs post files as forms too, and want JSON.</summary>
    public static bool WantsPage(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public async Task FormAgainAsync(HttpContext context, PostedInput posted, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(refusal);
        var status = Problem.From(refusal).Status;
        var path = context.Request.Path.Value ?? "";
        var step = path.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", "items", _, var last] ? last : "";
        var html = step is "review" or "opinions" or "approval" or "submission" or "withdrawal"
            ? await StepAgainAsync(context, posted, step, refusal)
            : step is "" or "revision" ? await ItemFormAgainAsync(context, posted, refusal, step is "revision") : null;
        html ??= await views.RefusalAsync(context, status, refusal, "/desk", "回到工作清单");
        await Responses.HtmlAsync(context, html, status);
    }

    public async Task ReportAgainAsync(HttpContext context, int year, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var typed = context.Items[typeof(PostedInput)] is PostedInput.Reading { Accepted: true } reading ? Flat(reading.Input.Root) : null;
        var html = await views.ReportAsync(context, year, refusal, typed?.ToDictionary(t => t.Key, t => t.Value[0], StringComparer.Ordinal));
        await Responses.HtmlAsync(context, html, Problem.From(refusal).Status);
    }

    public async Task DeliveryRefusedAsync(HttpContext context, Refusal refusal)
    {
        var status = Problem.From(refusal).Status;
        await Responses.HtmlAsync(context, await views.RefusalAsync(context, status, refusal, "/desk/deliveries", "回到通知"), status);
    }

    public async Task TroublesAgainAsync(HttpContext context, string id, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        var typed = context.Items[typeof(PostedInput)] is PostedInput.Reading { Accepted: true } reading && Flat(reading.Input.Root).TryGetValue("reason", out var reasons) ? reasons[0] : "";
        await Responses.HtmlAsync(context, await troubles.PageAsync(context, id, refusal, typed), Problem.From(refusal).Status);
    }

    public async Task ImportRefusedAsync(HttpContext context, Refusal refusal) =>
        await Responses.HtmlAsync(context, await views.ImportsAsync(context, null, refusal), Problem.From(refusal).Status);

    /// <summary>The result of a file: what was imported, what is wrong, or where the work goes on.</summary>
    public async Task ImportResultAsync(HttpContext context, ImportAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var status = answer.Job is not null ? StatusCodes.Status202Accepted
            : answer.Report is { Refused: > 0, DryRun: false } ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
        await Responses.HtmlAsync(context, await views.ImportsAsync(context, answer, null), status);
    }

    private async Task<string?> ItemFormAgainAsync(HttpContext context, PostedInput posted, Refusal refusal, bool newVersion)
    {
        var typed = TypedItem(posted);
        var id = context.Request.RouteValues["id"] as string;
        var entry = Flat(posted.Root).TryGetValue("entry", out var codes) ? codes[0] : "";
        return await views.ItemFormAgainAsync(context, id, entry, typed, posted.IdempotencyKey, refusal, newVersion);
    }

    /// <summary>The item form as it was typed.</summary>
    internal static ItemFormValues TypedItem(PostedInput posted)
    {
        var fields = Flat(posted.Root);
        string Of(string name) => fields.TryGetValue(name, out var values) ? values[0] : "";
        return new ItemFormValues
        {
            Office = Of("office"),
            Title = Of("title"),
            FormedOn = Of("formedOn"),
            Period = Of("period"),
            Village = Of("village"),
            Body = Of("body"),
            Elements = fields.Where(f => f.Key.StartsWith("elements.", StringComparison.Ordinal)).ToDictionary(f => f.Key[9..], f => f.Value[0], StringComparer.Ordinal),
            Musts = fields.TryGetValue("musts", out var musts) ? musts : [],
            ChangeNote = Of("changeNote"),
            Correction = Of("correction") == "true",
            MaskFiles = Of("maskFiles") == "true",
            BecauseOf = Of("becauseOf"),
            Clarifies = Of("clarifies"),
        };
    }

    private async Task<string?> StepAgainAsync(HttpContext context, PostedInput posted, string step, Refusal refusal)
    {
        var action = step switch
        {
            "review" => ItemActions.Review,
            "opinions" => ItemActions.Opine,
            "approval" => ItemActions.Approve,
            "withdrawal" => ItemActions.Withdraw,
            _ => ItemActions.Submit,
        };
        return await views.ItemAsync(context, (string)context.Request.RouteValues["id"]!, new RefusedStep(action, Flat(posted.Root), refusal));
    }

    /// <summary>Fields by their dotted names, as the form had them.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> Flat(JsonElement root)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        void Walk(string name, JsonElement value)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var child in value.EnumerateObject())
                    {
                        Walk(name.Length == 0 ? child.Name : $"{name}.{child.Name}", child.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    fields[name] = [.. value.EnumerateArray().Select(v => v.ToString())];
                    break;
                default:
                    fields[name] = [value.ToString()];
                    break;
            }
        }

        Walk("", root);
        return fields;
    }
}
