using Lianxin.Core;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary>The pages that the app itself serves to the public: the form again, the receipt, the question for a code.</summary>
public sealed class FeedbackPages(PortalPages pages, PortalSettings settings, ReferenceData reference, CaseCommands cases, BusinessClock business)
{
    private readonly ReceiptTexts texts = settings.Texts.Receipt;
    private readonly PortalLinks links = new(settings, onTheSite: false);

    /// <summary>Address of the page that a form post is sent to.</summary>
    public static string ReceiptPath(string code, string did = "") =>
        $"/api/feedback/{Uri.EscapeDataString(code)}{(did.Length > 0 ? "?did=" + did : "")}";

    public async Task FormAgainAsync(HttpContext context, string item, FeedbackInput typed, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(refusal);
        var form = FeedbackFormModel.For(links, item, settings.Texts) with
        {
            Kind = typed.Kind ?? "",
            Text = typed.Text ?? "",
            Contact = typed.Contact ?? "",
            Errors = refusal.Errors,
            Refused = refusal.Detail,
        };
        await WriteAsync(context, await pages.FeedbackFormAsync(form, context.RequestAborted), Problem.From(refusal).Status);
    }

    public async Task FindAsync(HttpContext context, string? typed) => await WriteAsync(
        context, await pages.FindReceiptAsync(typed, context.RequestAborted), typed is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);

    public async Task ReceiptAsync(HttpContext context, string code, Receipt receipt) =>
        await WriteAsync(context, await pages.ReceiptAsync(ModelOf(code, receipt, context.Request.Query["did"].ToString()), context.RequestAborted), StatusCodes.Status200OK);

    /// <summary>The receipt again, with what is wrong and the words that were typed into the form of reopening.</summary>
    public async Task ReceiptAgainAsync(HttpContext context, string code, Receipt receipt, Refusal refusal, string? typed)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var model = ModelOf(code, receipt, "");
        model = model with { Message = refusal.Detail, Forms = [.. model.Forms.Select(f => f.Ask is null ? f : f with { Typed = typed ?? "" })] };
        await WriteAsync(context, await pages.ReceiptAsync(model, context.RequestAborted), Problem.From(refusal).Status);
    }

    /// <summary>Whether the person may reopen, and whether the question waits for an answer.</summary>
    public (bool MayReopen, bool Asked) Offers(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Case is { } present
            ? (CaseClosings.CannotReopen(present, cases.Settings, business.Today) is null, present is { IsClosed: true, FollowUp: { AskedAt: not null, ReallyDone: null } })
            : (false, false);
    }

    private FeedbackReceiptModel ModelOf(string code, Receipt receipt, string did)
    {
        var piece = receipt.Piece;
        var present = receipt.Case;
        var lines = new List<ReceiptLine>
        {
            new(texts.Kind, texts.Of(piece.Kind)),
            new(texts.ReceivedAt, ChinaText.Minute(piece.ReceivedAt)),
        };
        if (piece.ItemTitle is { } title)
        {
            lines.Insert(0, new ReceiptLine(texts.About, title));
        }

        if (piece.State == FeedbackState.Received)
        {
            lines.AddRange(piece.Deadlines.Select(d => new ReceiptLine(d.Kind == FeedbackClocks.Simple ? texts.SimpleLimit : texts.ComplexLimit, texts.LimitValue.With(ChinaText.Day(d.DueOn), d.Because))));
        }

        if (piece.State == FeedbackState.Merged)
        {
            lines.Add(new ReceiptLine(texts.Merge, texts.MergeNote));
        }

        return new FeedbackReceiptModel(
            code,
            texts.StateValue.With(present is null ? texts.Of(receipt.Carrier.State) : texts.Of(present.Status)),
            FeedbackWords.Next(receipt, texts),
            lines,
            piece.Text,
            receipt.Carrier.State == FeedbackState.Registered ? null : receipt.Carrier.Screening?.Reply,
            present is null ? [] : CaseLines(present),
            present is null ? [] : [.. present.Notes.Select(n => new ReceiptLine(ChinaText.Day(n.At), PublicWords.Masked(n.Text)))],
            present is null ? [] : FormsOf(present, Offers(receipt)),
            piece.Item is { } item ? links.Page(PortalPaths.Item(item)) : null,
            did switch
            {
                "received" => texts.DidReceived,
                "reopened" => texts.DidReopened,
                "confirmed" => texts.DidConfirmed,
                _ => null,
            });
    }

    private List<ReceiptLine> CaseLines(LianxinCase present)
    {
        var row = Views.CaseRowView.Of(CaseRow.Of(present), reference.Catalogue);
        var lines = new List<ReceiptLine>
        {
            new(texts.Number, row.Id),
            new(texts.Office, row.OfficeTitle),
            new(texts.Request, row.Request),
            new(texts.DueOn, texts.LimitValue.With(ChinaText.Day(row.DueOn), present.Due.Because)),
        };
        void Add(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add(new ReceiptLine(label, value));
            }
        }

        Add(texts.Plan, row.Plan);
        Add(texts.Answer, row.Answer);
        Add(texts.PassedTo, row.PassedTo);
        Add(texts.ClosedOn, row.ClosedOn is { } closed ? ChinaText.Day(closed) : null);
        return lines;
    }

    private List<ReceiptForm> FormsOf(LianxinCase present, (bool MayReopen, bool Asked) offers)
    {
        string Api(string step) => links.Api($"api/cases/{Uri.EscapeDataString(present.Id)}/{step}");
        var forms = new List<ReceiptForm>();
        if (offers.Asked)
        {
            forms.Add(new("really", texts.AskTitle, texts.AskLead, Api("confirmation"), texts.AskButton));
        }
        else if (present is { Status: CaseStatus.Resolved, Resolution.Outcome: CaseOutcome.Done })
        {
            forms.Add(new("confirm", texts.ConfirmTitle, texts.ConfirmLead, Api("confirmation"), texts.ConfirmButton));
        }

        if (offers.MayReopen)
        {
            var lead = present.ClosedOn is { } closed
                ? texts.ReopenUntil.With(ChinaText.Day(closed.AddDays(cases.Settings.ReopenDays)), cases.Settings.Reopenings)
                : texts.ReopenTimes.With(cases.Settings.Reopenings);
            forms.Add(new(
                "reopen", offers.Asked ? texts.ReopenAskedTitle : texts.ReopenTitle, lead, Api("reopening"), texts.ReopenButton, texts.ReopenWords));
        }

        return forms;
    }

    private static Task WriteAsync(HttpContext context, byte[] page, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Responses.BytesAsync(context, page, PortalPages.MediaType, status);
    }
}
