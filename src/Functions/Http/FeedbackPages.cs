using Lianxin.Core;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary>The pages that the app itself serves to the public: the form again, the receipt, the question for a code.</summary>
public sealed class FeedbackPages(PortalPages pages, PortalSettings settings, ReferenceData reference, CaseCommands cases, BusinessClock business)
{
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
            new("类别", FeedbackWords.Of(piece.Kind)),
            new("收到时间", ChinaText.Minute(piece.ReceivedAt)),
        };
        if (piece.ItemTitle is { } title)
        {
            lines.Insert(0, new ReceiptLine("所针对的信息", title));
        }

        if (piece.State == FeedbackState.Received)
        {
            lines.AddRange(piece.Deadlines.Select(d => new ReceiptLine(d.Kind == FeedbackClocks.Simple ? "简单事项答复期限" : "复杂事项答复期限", $"{ChinaText.Day(d.DueOn)}。{d.Because}")));
        }

        if (piece.State == FeedbackState.Merged)
        {
            lines.Add(new ReceiptLine("合并", "与先前收到的同类反馈合并办理，办理情况如下。"));
        }

        return new FeedbackReceiptModel(
            code,
            present is null ? FeedbackWords.Of(receipt.Carrier.State) + "。" : FeedbackWords.Of(present.Status) + "。",
            FeedbackWords.Next(receipt),
            lines,
            piece.Text,
            receipt.Carrier.State == FeedbackState.Registered ? null : receipt.Carrier.Screening?.Reply,
            present is null ? [] : CaseLines(present),
            present is null ? [] : [.. present.Notes.Select(n => new ReceiptLine(ChinaText.Day(n.At), PublicWords.Masked(n.Text)))],
            present is null ? [] : FormsOf(present, Offers(receipt)),
            piece.Item is { } item ? links.Page(PortalPaths.Item(item)) : null,
            did switch
            {
                "received" => "已经收到。",
                "reopened" => "已经提出重新办理。",
                "confirmed" => "谢谢您的确认。",
                _ => null,
            });
    }

    private List<ReceiptLine> CaseLines(LianxinCase present)
    {
        var row = Views.CaseRowView.Of(CaseRow.Of(present), reference.Catalogue);
        var lines = new List<ReceiptLine>
        {
            new("编号", row.Id),
            new("承办站所", row.OfficeTitle),
            new("诉求", row.Request),
            new("办理期限", $"{ChinaText.Day(row.DueOn)}。{present.Due.Because}"),
        };
        void Add(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add(new ReceiptLine(label, value));
            }
        }

        Add("解决方案", row.Plan);
        Add("答复意见", row.Answer);
        Add("转交给", row.PassedTo);
        Add("销号日期", row.ClosedOn is { } closed ? ChinaText.Day(closed) : null);
        return lines;
    }

    private List<ReceiptForm> FormsOf(LianxinCase present, (bool MayReopen, bool Asked) offers)
    {
        string Api(string step) => links.Api($"api/cases/{Uri.EscapeDataString(present.Id)}/{step}");
        var forms = new List<ReceiptForm>();
        if (offers.Asked)
        {
            forms.Add(new("really", "真的办好了吗？", "这件事已经销号四周。请告诉我们结果；没有办好的，请在下面申请重新办理。", Api("confirmation"), "是，办好了"));
        }
        else if (present is { Status: CaseStatus.Resolved, Resolution.Outcome: CaseOutcome.Done })
        {
            forms.Add(new("confirm", "办好了吗？", "承办站所答复已经办好。您可以在这里确认；没有办好的，请在下面申请重新办理。", Api("confirmation"), "确认已经办好"));
        }

        if (offers.MayReopen)
        {
            var until = present.ClosedOn is { } closed ? $"可以在{ChinaText.Day(closed.AddDays(cases.Settings.ReopenDays))}前提出，" : "";
            forms.Add(new(
                "reopen", offers.Asked ? "否，没有办好：重新办理" : "没有办好：重新办理", $"{until}最多{cases.Settings.Reopenings}次。", Api("reopening"), "申请重新办理", "还有什么没有办好"));
        }

        return forms;
    }

    private static Task WriteAsync(HttpContext context, byte[] page, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Responses.BytesAsync(context, page, PortalPages.MediaType, status);
    }
}
