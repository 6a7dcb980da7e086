using Lianxin.Core;
using Lianxin.Core.Privacy;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Reading;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/privacy</c>: try a text or a file before it is submitted, and what the nightly scan found.</summary>
public sealed class PrivacyResource(FileReader reader, PublicScan scan, ItemNoting noting, ReferenceData reference, PortalLinks links, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Receive(Permissions.PreviewPrivacy, new InputLimits(1, options.Limits.AttachmentBytes), PreviewAsync);
        app.Serve(Permissions.ListPrivacyFindings, FindingsAsync);
    }

    private async Task PreviewAsync(HttpContext context, PostedInput posted)
    {
        var profile = ScanProfile.Of(reference.Catalogue.Entry(posted.Fields.Text("entry") ?? "")?.MaskProfile ?? "none");
        var text = posted.Fields.Text("text");
        if (posted.Fields.Refusal is { } wrong)
        {
            await Problem.From(wrong).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (posted.Files is [var file, ..])
        {
            var view = await Task.Run(() => OfFile(file, profile), context.RequestAborted);
            await Responses.JsonAsync(context, view, ApiJson.Default.PrivacyPreviewView);
            return;
        }

        if (text is null)
        {
            await Problem.From(Refusal.Field("text", "请填写要检查的文字，或选择一个文件。")).WriteAsync(context);
            return;
        }

        var findings = TextDetectors.Scan("text", text, profile);
        await Responses.JsonAsync(
            context,
            new PrivacyPreviewView(Names.Of(ReadingOutcome.Read), "", "", findings.Count, Views(findings), PrivacyMask.Of(text, profile)) { Proofreading = [.. noting.Proofread("text", text).Select(ProofreadingView.Of)] },
            ApiJson.Default.PrivacyPreviewView);
    }

    private PrivacyPreviewView OfFile(PostedFile file, ScanProfile profile)
    {
        var reading = reader.Read(file.Name, file.Bytes, profile);
        var masked = reading.Outcome == ReadingOutcome.Read && PlainText.TryDecode(file.Bytes) is { } text
            ? Path.GetExtension(file.Name).ToLowerInvariant() switch
            {
                ".csv" => MaskedTable.Of(text, profile),
                ".txt" => PrivacyMask.Of(text, profile),
                _ => null,
            }
            : null;
        return new PrivacyPreviewView(Names.Of(reading.Outcome), reading.Code, reading.Detail, reading.Count, Views(reading.Findings), masked);
    }

    private async Task FindingsAsync(HttpContext context)
    {
        var state = await scan.StateAsync(context.Actor().Agency, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await Responses.JsonAsync(
            context,
            new PublicFindingsView(
                state.FinishedOn, state.Scanned, [.. state.Found.Select(f => new PublicFindingView(f.Item, links.Absolute(PortalPaths.Item(f.Item)), f.Count, f.Kinds, f.Places, f.Since))]),
            ApiJson.Default.PublicFindingsView);
    }

    private static IReadOnlyList<PreviewFindingView> Views(IReadOnlyList<PersonalDataFinding> findings) =>
        [.. findings.Take(FileReading.MostFindings).Select(PreviewFindingView.Of)];
}
