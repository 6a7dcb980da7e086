using Lianxin.Core;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Http;

/// <summary>
/// <c>/api/items</c>: which call does which step. A JSON post answers JSON; a form post answers 303 to a receipt, or the form again.
/// </summary>
public sealed class Items(
    ItemCommands commands, IRegister register, NilReturning nilReturns, LeadingGroup group, AttachmentIntake intake, Clarifications clarifications, ItemNoting noting, PublicCopies copies, Certificates certificates, DecisionMinutes minutes, DeskAnswers desk, PortalLinks links, LianxinOptions options, TimeProvider machine)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var withFiles = new InputLimits(options.Limits.Attachments, options.Limits.AttachmentBytes);
        app.Receive(Permissions.SubmitItem, withFiles, SubmitAsync);
        app.Serve(Permissions.ListItems, ListAsync);
        app.Serve(Permissions.ReadItem, ReadAsync);
        app.Receive(Permissions.ChangeItem, withFiles, ChangeAsync);
        app.Receive(Permissions.SubmitDraft, InputLimits.TextOnly, (context, posted) => StepAsync(context, posted, "submission", true, Submission.Submit));
        app.Receive(Permissions.ReviewItem, InputLimits.TextOnly, ReviewAsync);
        app.Receive(Permissions.GiveOpinion, InputLimits.TextOnly, (context, posted) => StepAsync(
            context, posted, "opinion", false, (item, now) => GroupDecision.GiveOpinion(item, posted.Fields.Text("opinion"), posted.Fields.Text("comment"), now)));
        app.Receive(Permissions.ApproveItem, InputLimits.TextOnly, ApproveAsync);
        app.Receive(Permissions.ReviseItem, withFiles, ReviseAsync);
        app.Receive(Permissions.WithdrawItem, InputLimits.TextOnly, (context, posted) => StepAsync(
            context, posted, "withdrawal", true, (item, now) => PublicationSteps.Withdraw(item, posted.Fields.Text("reason"), now)));
        app.Receive(Permissions.MaskFiles, InputLimits.TextOnly, MaskAsync);
        app.Receive(Permissions.OverridePrivacy, InputLimits.TextOnly, (context, posted) => StepAsync(
            context, posted, "privacy-override", true, (item, now) => PrivacyGate.Except(item, new PrivacyOverrideInput(posted.Fields.Text("reason"), posted.Fields.Text("article")), now)));
        app.Serve(Permissions.ItemHistory, HistoryAsync);
        app.Serve(Permissions.DownloadCertificate, CertificateAsync);
        app.Serve(Permissions.DownloadMinutes, MinutesAsync);
    }

    private async Task SubmitAsync(HttpContext context, PostedInput posted)
    {
        var draft = context.Request.Query["draft"] == "true" || posted.Fields.Flag("draft") == true;
        var by = context.Actor();
        var files = await intake.TakeAsync(posted.Files, posted.Fields.Text("entry"), posted.Fields.Text("privacyRequest") is not null, context.RequestAborted, posted.Fields.Flag("maskFiles") == true);
        var input = await clarifications.LookUpAsync(ItemInputs.Item(posted, files.Attachments), context.RequestAborted);
        if ((files.Refusal ?? posted.Fields.Refusal) is { } wrong)
        {
            await RefuseFormAsync(context, posted, wrong);
            return;
        }

        var answer = await commands.CreateAsync(by, input, draft, Idempotency.ReceiptOf(context, posted, by, "/api/items", machine.GetUtcNow(), draft ? "-draft" : ""), context.RequestAborted);
        if (answer.Refusal is { } refused)
        {
            await RefuseFormAsync(context, posted, refused);
            return;
        }

        var item = answer.Item!;
        if (posted.IsForm)
        {
            await Responses.SeeOther(context, DeskAnswers.Receipt(item.Id, draft ? "drafted" : "submitted"));
            return;
        }

        context.Response.Headers.Location = $"/api/items/{item.Id}";
        if (!answer.Repeated)
        {
            ETags.Set(context.Response, item.EventCount);
        }

        // A repeated command gets the first answer again, whatever has become of the item since.
        var status = answer.Repeated ? (draft ? ItemStatus.Draft : ItemStatus.Submitted) : item.OutwardStatus;
        await Responses.JsonAsync(context, SubmittedView.Of(item, status) with { Proofreading = [.. noting.Proofread(item.Content).Select(ProofreadingView.Of)] }, ApiJson.Default.SubmittedView, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, PostedInput posted)
    {
        var files = await intake.TakeAsync(posted.Files, posted.Fields.Text("entry"), posted.Fields.Text("privacyRequest") is not null, context.RequestAborted, posted.Fields.Flag("maskFiles") == true);
        var input = await clarifications.LookUpAsync(ItemInputs.Item(posted, files.Attachments), context.RequestAborted);
        if (files.Refusal is { } wrong)
        {
            await RefuseFormAsync(context, posted, wrong);
            return;
        }

        await StepAsync(context, posted, "change", true, (item, now) =>
        {
            var changed = Submission.Change(item, input, now);
            return changed.Accepted && posted.Fields.Flag("submit") == true ? SubmittedToo(changed.Value, now) : changed;
        }, files.Attachments);
    }

    /// <summary>The form's button "save and submit": both steps, one transaction.</summary>
    private static Decision<ItemChange> SubmittedToo(ItemChange changed, CommandContext now)
    {
        var submitted = Submission.Submit(changed.After, now);
        return submitted.Accepted
            ? new ItemChange(submitted.Value.After, [.. changed.Events, .. submitted.Value.Events], [.. changed.Messages, .. submitted.Value.Messages])
            : submitted;
    }

    private async Task ReviewAsync(HttpContext context, PostedInput posted)
    {
        var input = ItemInputs.Review(posted.Fields);
        if (input.Decision is "accept" && await ContradictedAsync(context) is { } contradicted)
        {
            await RefuseFormAsync(context, posted, contradicted);
            return;
        }

        var members = await group.MembersAsync(context.Actor().Agency, context.RequestAborted);
        await StepAsync(context, posted, "review", true, (item, now) => Examination.Review(item, input, members, now));
    }

    private async Task ApproveAsync(HttpContext context, PostedInput posted)
    {
        var input = ItemInputs.Approval(posted.Fields);
        if (input.Decision is "approve" && await ContradictedAsync(context) is { } contradicted)
        {
            await RefuseFormAsync(context, posted, contradicted);
            return;
        }

        await StepAsync(context, posted, "approval", true, (item, now) => GroupDecision.Approve(item, input, now));
    }

    /// <summary>A nil return 零报告 is not let through when something was published for its period meanwhile.</summary>
    private async Task<Refusal?> ContradictedAsync(HttpContext context) =>
        await register.FindAsync(IdOf(context), context.RequestAborted) is { } stored && Visibility.Of(stored.Item, context.Actor()) == View.Full
            ? await nilReturns.ContradictionAsync(stored.Item, context.RequestAborted)
            : null;

    private async Task ReviseAsync(HttpContext context, PostedInput posted)
    {
        var files = await intake.TakeAsync(posted.Files, posted.Fields.Text("entry"), posted.Fields.Text("privacyRequest") is not null, context.RequestAborted, posted.Fields.Flag("maskFiles") == true);
        var input = await clarifications.LookUpAsync(ItemInputs.Item(posted, files.Attachments), context.RequestAborted);
        await (files.Refusal is { } wrong
            ? RefuseFormAsync(context, posted, wrong)
            : StepAsync(context, posted, "revision", true, (item, now) => Submission.Revise(item, input, now), files.Attachments));
    }

    /// <summary>Masked copies in the place of files that may not leave the house: a change of a draft, a new version of what is published.</summary>
    private async Task MaskAsync(HttpContext context, PostedInput posted)
    {
        if (await register.FindAsync(IdOf(context), context.RequestAborted) is not { Item: var item } || Visibility.Of(item, context.Actor()) != View.Full)
        {
            await Problem.From(CommandAnswer.Unknown.Refusal!).WriteAsync(context);
            return;
        }

        var files = await copies.OfAsync(item, context.RequestAborted);
        if (!files.Accepted)
        {
            await RefuseFormAsync(context, posted, files.Refusal);
            return;
        }

        var input = new ItemInput { Attachments = files.Value };
        await StepAsync(
            context, posted, "masking", true, (now, with) => now.Status == ItemStatus.Published ? Submission.Revise(now, input with { ChangeNote = "附件改为遮盖个人信息的公开副本。" }, with) : Submission.Change(now, input, with), files.Value);
    }

    private async Task StepAsync(
        HttpContext context, PostedInput posted, string step, bool fenced, Func<Item, CommandContext, Decision<ItemChange>> decide, IReadOnlyList<Attachment>? uploaded = null)
    {
        if (posted.Fields.Refusal is { } wrong)
        {
            await RefuseFormAsync(context, posted, wrong);
            return;
        }

        if (fenced && posted.IfMatch is null)
        {
            await Problem.PreconditionRequired().WriteAsync(context);
            return;
        }

        var id = IdOf(context);
        var answer = await commands.StepAsync(context.Actor(), id, fenced ? posted.IfMatch!.Matches : null, decide, context.RequestAborted, uploaded);
        if (answer.Refusal is { } refused)
        {
            await RefuseFormAsync(context, posted, refused);
            return;
        }

        if (posted.IsForm)
        {
            await Responses.SeeOther(context, DeskAnswers.Receipt(id, step));
            return;
        }

        ETags.Set(context.Response, answer.Item!.EventCount);
        var links = await clarifications.LinksAsync(answer.Item, context.RequestAborted);
        var notes = await noting.OfAsync(answer.Item, context.RequestAborted);
        await Responses.JsonAsync(context, ItemView.Of(answer.Item, true, UrlOf(answer.Item)).Linked(links).Noted(notes), ApiJson.Default.ItemView);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var actor = context.Actor();
        var stored = await register.FindAsync(IdOf(context), context.RequestAborted);
        switch (stored is null ? View.None : Visibility.Of(stored.Item, actor))
        {
            case View.None:
                await Problem.From(CommandAnswer.Unknown.Refusal!).WriteAsync(context);
                return;
            case View.Gone:
                await new Problem(StatusCodes.Status410Gone, ProblemCodes.Gone, $"该信息已撤下：{stored!.Item.WithdrawalReason ?? "公示期满，按规定撤下"}").WriteAsync(context);
                return;
            case var view:
                ETags.Set(context.Response, stored!.Item.EventCount);
                context.Response.Headers.CacheControl = "no-store";
                var links = await clarifications.LinksAsync(stored.Item, context.RequestAborted);
                var notes = view == View.Full && actor.IsStaff ? await noting.OfAsync(stored.Item, context.RequestAborted) : null;
                await Responses.JsonAsync(context, ItemView.Of(stored.Item, view == View.Full, UrlOf(stored.Item), actor.IsStaff).Linked(links).Noted(notes), ApiJson.Default.ItemView);
                return;
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = ItemQueries.Read(context.Request.Query, context.Actor(), options.Limits);
        if (!query.Accepted)
        {
            await Problem.From(query.Refusal).WriteAsync(context);
            return;
        }

        try
        {
            var page = await register.ListAsync(query.Value, context.RequestAborted);
            var rows = page.Items.Where(r => Visibility.Lists(r, context.Actor())).Select(ItemRowView.Of).ToList();
            await Responses.JsonAsync(context, new ItemListView(rows, page.Continuation), ApiJson.Default.ItemListView);
        }
        catch (InvalidContinuationException)
        {
            await Problem.From(Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")).WriteAsync(context);
        }
    }

    private async Task HistoryAsync(HttpContext context)
    {
        var id = IdOf(context);
        var stored = await register.FindAsync(id, context.RequestAborted);
        if (stored is null || Visibility.Of(stored.Item, context.Actor()) != View.Full)
        {
            await Problem.From(CommandAnswer.Unknown.Refusal!).WriteAsync(context);
            return;
        }

        var events = await register.HistoryAsync(id, context.RequestAborted);
        await Responses.JsonAsync(context, new HistoryView([.. events.Select(EventView.Of)], EventChain.FirstBreak(events) is null, null), ApiJson.Default.HistoryView);
    }

    private async Task CertificateAsync(HttpContext context)
    {
        if (await certificates.MakeAsync(IdOf(context), context.RequestAborted) is { } bytes)
        {
            await Responses.PdfAsync(context, bytes, $"certificate-{IdOf(context)}.pdf");
            return;
        }

        await Problem.From(CommandAnswer.Unknown.Refusal!).WriteAsync(context);
    }

    private async Task MinutesAsync(HttpContext context)
    {
        var made = await minutes.MakeAsync(context.Actor(), IdOf(context), context.RequestAborted);
        await (made.Accepted
            ? Responses.PdfAsync(context, made.Value, $"minutes-{IdOf(context)}.pdf")
            : Problem.From(made.Refusal).WriteAsync(context));
    }

    private Task RefuseFormAsync(HttpContext context, PostedInput posted, Refusal refusal) =>
        posted.IsForm ? desk.FormAgainAsync(context, posted, refusal) : Problem.From(refusal).WriteAsync(context);

    private string? UrlOf(Item item) => Visibility.IsPublic(item) ? links.Absolute(PortalPaths.Item(item.Id)) : null;

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
