using Lianxin.Core.Reports.Checking;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary><c>POST /api/reports/check</c>: checks anybody's annual report. Open to all, reads no storage and keeps nothing.</summary>
public sealed class ReportCheck(StatutoryForms forms, LianxinOptions options, TimeProvider machine)
{
    private readonly CallerLimit limit = new(options.Limits.ReportChecksPerMinute, TimeSpan.FromMinutes(1), machine);

    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.CheckReport, CheckAsync);

    private async Task CheckAsync(HttpContext context)
    {
        // Before the body is read: who calls too often costs nothing more.
        if (limit.Take(ClientAddress.Of(context)) is { } wait)
        {
            await Problem.TooMany(wait).WriteAsync(context);
            return;
        }

        var read = await PostedInput.ReadAsync(context, InputLimits.TextOnly);
        if (!read.Accepted)
        {
            await read.Problem.WriteAsync(context);
            return;
        }

        // The values of a form are all text; a report is numbers.
        if (read.Input.IsForm)
        {
            await Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType).WriteAsync(context);
            return;
        }

        var submission = ReportDocumentReader.Read(read.Input.Root, forms);
        if (!submission.Accepted)
        {
            await Problem.From(submission.Refusal).WriteAsync(context);
            return;
        }

        var findings = ReportChecking.Check(forms, submission.Value.Document, submission.Value.Previous);
        context.Response.Headers.CacheControl = "no-store";
        await Responses.JsonAsync(context, new ReportCheckView([.. findings.Select(FindingView.Of)]), ApiJson.Default.ReportCheckView);
    }
}
