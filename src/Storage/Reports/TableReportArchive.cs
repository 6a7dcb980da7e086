using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Reports;

/// <summary>Table <c>reports</c>: one partition per agency with rows <c>report-{year}</c> and <c>figure-{year}-{key}</c>.</summary>
internal sealed class TableReportArchive(TableAccess table, DocumentColumns documents) : IReportArchive
{
    // A figure is typed by one person; rivals over it are other clicks of the same hand.
    private const int MaxTries = 10;

    public async Task<StoredReport?> FindAsync(string agency, int year, CancellationToken cancellation) =>
        KeyText.TryEscape(agency) is { } partition && await table.FindAsync(partition, ReportKeys.Report(year), cancellation) is { } row
            ? new StoredReport(await documents.ReadAsync(row, Json.Plain.AnnualReport, cancellation), row.ETag.ToString())
            : null;

    public async Task<IReadOnlyList<AnnualReport>> ListAsync(string agency, CancellationToken cancellation)
    {
        var reports = new List<AnnualReport>();
        if (KeyText.TryEscape(agency) is { } partition)
        {
            await foreach (TableEntity row in table.RangeAsync(partition, ReportKeys.Reports, 1000, cancellation))
            {
                reports.Add(await documents.ReadAsync(row, Json.Plain.AnnualReport, cancellation));
            }
        }

        reports.Reverse();
        return reports;
    }

    public async Task<StoredReport?> SaveAsync(AnnualReport report, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        var row = new TableEntity(KeyText.Escape(report.Agency), ReportKeys.Report(report.Year));
        await documents.WriteAsync(row, report, Json.Plain.AnnualReport, cancellation);
        return await table.SaveAsync(row, fence, cancellation) is { } written ? new StoredReport(report, written) : null;
    }

    public async IAsyncEnumerable<StatisticFigure> FiguresAsync(
        string agency,
        int year,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (KeyText.TryEscape(agency) is not { } partition)
        {
            yield break;
        }

        await foreach (TableEntity row in table.RangeAsync(partition, ReportKeys.Figures(year), 1000, cancellation))
        {
            yield return await documents.ReadAsync(row, Json.Plain.StatisticFigure, cancellation);
        }
    }

    public async Task<bool> PutFigureAsync(StatisticFigure figure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figure);
        string partition = KeyText.Escape(figure.Agency);
        string key = ReportKeys.Figure(figure.Year, figure.Key);
        for (int tries = 0; tries < MaxTries; tries++)
        {
            TableEntity? present = await table.FindAsync(partition, key, cancellation);
            if (present is not null && await documents.ReadAsync(present, Json.Plain.StatisticFigure, cancellation) == figure)
            {
                return false;
            }

            var row = new TableEntity(partition, key);
            await documents.WriteAsync(row, figure, Json.Plain.StatisticFigure, cancellation);
            if (await table.SaveAsync(row, present?.ETag.ToString(), cancellation) is not null)
            {
                return true;
            }
        }

        throw new StorageUnavailableException($"Figure {figure.Key} is being written by others again and again.");
    }
}
