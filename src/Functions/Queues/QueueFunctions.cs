using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Calendar;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Checks;
using Lianxin.Functions.UseCases.Handovers;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Queues;

/// <summary>A message as the outbox writes it: keys and versions only, under names that no trigger metadata has.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Subject">With what.</param>
public sealed record QueueMessage(string Kind, string Subject, int SubjectVersion)
{
    /// <exception cref="FormatException">The text is no message of ours; it ends in the poison queue, where it can be seen.</exception>
    public static QueueMessage Read(string payload) => TryRead(payload) ?? throw new FormatException("The message is not one that this app writes.");

    /// <summary>Null when the text is no message of ours.</summary>
    public static QueueMessage? TryRead(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String
                && root.TryGetProperty("subject", out var subject) && subject.ValueKind == JsonValueKind.String
                && root.TryGetProperty("subjectVersion", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number))
            {
                return new QueueMessage(kind.GetString()!, subject.GetString()!, number);
            }
        }
        catch (JsonException)
        {
            // No message of ours either.
        }

        return null;
    }
}

/// <summary>Publishes items: page, lists, record. Serves the queues <c>publication</c> and <c>republication</c>.</summary>
public sealed class PublishItem(Publishing publishing, SiteLists lists, SiteData data, CasePages cases, Reporting reporting) : IQueueHandler
{
    public Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var message = QueueMessage.Read(delivery.Payload);
        return message.Kind switch
        {
            "publish-item" => publishing.PublishAsync(message.Subject, message.SubjectVersion, cancellation),
            "render-page" => publishing.RenderAsync(message.Subject, cancellation),
            "refresh-lists" => publishing.RefreshListsAsync(message.Subject, cancellation),
            "settle-clarifications" => publishing.SettleClarificationsAsync(message.Subject, cancellation),
            CaseBook.RefreshPages => RefreshCasesAsync(message.Subject, cancellation),
            Reporting.RefreshReports => reporting.WritePagesAsync(message.Subject, cancellation),
            "refresh-year" => RefreshYearAsync(message.Subject, cancellation),
            _ => throw new FormatException($"No publication is called '{message.Kind}'."),
        };
    }

    private Task RefreshCasesAsync(string subject, CancellationToken cancellation) =>
        subject.Split('/') is [var agency, var text] && Period.TryParse(text, out var month) && month.Kind == PeriodKind.Month
            ? cases.WriteAsync(agency, new YearMonth(month.Year, month.Number), cancellation)
            : throw new FormatException($"'{subject}' names no month.");

    private async Task RefreshYearAsync(string subject, CancellationToken cancellation)
    {
        var dash = subject.LastIndexOf('-');
        if (dash <= 0 || !int.TryParse(subject[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            throw new FormatException($"'{subject}' names no year.");
        }

        await lists.WriteYearAsync(subject[..dash], year, cancellation);
        await data.WriteAsync(subject[..dash], year, cancellation);
    }
}

/// <summary>Works off long jobs and looks at the county's portal, and opens the cases of registered feedback.</summary>
public sealed class RunWork(WorkJobs imports, QuarterJobs quarters, HandoverChecks handovers, CaseCommands cases, RegisterCheck check) : IQueueHandler
{
    /// <summary>As in host.json: after this many tries the host moves the message to the poison queue.</summary>
    private const int LastTry = 5;

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var message = QueueMessage.Read(delivery.Payload);
        switch (message.Kind)
        {
            case "run-import":
                await TryAsync(delivery, message, imports.RunImportAsync, imports.FailAsync, cancellation);
                break;
            case "run-quarter":
                await TryAsync(delivery, message, quarters.GoOnAsync, quarters.FailAsync, cancellation);
                break;
            case HandoverChecks.MessageKind:
                await TryAsync(delivery, message, handovers.RunAsync, handovers.FailAsync, cancellation);
                break;
            case PublicationSteps.RefreshSheetsKind:
                await quarters.RefreshSheetsAsync(message.Subject, cancellation);
                break;
            case RegisterCheck.MessageKind:
                await check.RunAsync(message.Subject, cancellation);
                break;
            case FeedbackScreening.OpenCase:
                await cases.OpenAsync(message.Subject, cancellation);
                break;
            default:
                throw new FormatException($"No work is called '{message.Kind}'.");
        }
    }

    /// <summary>A job whose message will not come again says so itself.</summary>
    private static async Task TryAsync(
        Delivery delivery,
        QueueMessage message,
        Func<string, CancellationToken, Task> work,
        Func<string, string, CancellationToken, Task> fail,
        CancellationToken cancellation)
    {
        try
        {
            await work(message.Subject, cancellation);
        }
        catch (Exception failure) when (delivery.DequeueCount >= LastTry)
        {
            await fail(message.Subject, FailureReasons.Of(failure), CancellationToken.None);
            throw;
        }
    }
}

/// <summary>
/// Sends notices. A channel's failure is a state of the delivery and no exception: this app's own pauses are longer than the queue's. Only what
/// is no message of ours, or storage that stays away, goes the queue's way into the poison queue; the sweep then puts the delivery back.
/// </summary>
public sealed class SendNotice(Sending sending, TellingRepublished telling) : IQueueHandler
{
    public Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var message = QueueMessage.Read(delivery.Payload);
        return message.Kind switch
        {
            "send-notice" => sending.SendAsync(message.Subject, message.SubjectVersion, cancellation),
            "tell-republished" => telling.TellAsync(message.Subject, message.SubjectVersion, cancellation),
            _ => throw new FormatException($"No notice is called '{message.Kind}'."),
        };
    }
}
