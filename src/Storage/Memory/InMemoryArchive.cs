using Lianxin.Core.Reports;

namespace Lianxin.Storage.Memory;

/// <summary>Reports and figures in memory.</summary>
public sealed class InMemoryArchive : IReportArchive
{
    private readonly FencedMap<(string Agency, int Year), AnnualReport> _reports = new();
    private readonly FencedMap<(string Agency, int Year, string Key), StatisticFigure> _figures = new();

    public Task<StoredReport?> FindAsync(string agency, int year, CancellationToken cancellation) =>
        Task.FromResult(_reports.Find((agency, year)) is { } found ? new StoredReport(found.Value, found.Fence) : null);

    public Task<IReadOnlyList<AnnualReport>> ListAsync(string agency, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AnnualReport>>(
            [.. _reports.All.Where(r => r.Key.Agency == agency).OrderByDescending(r => r.Key.Year).Select(r => r.Value.Value)]);

    public Task<StoredReport?> SaveAsync(AnnualReport report, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Task.FromResult(
            _reports.TryPut((report.Agency, report.Year), report, fence) is { } written ? new StoredReport(report, written) : null);
    }

    public IAsyncEnumerable<StatisticFigure> FiguresAsync(string agency, int year, CancellationToken cancellation) => _figures.All
        .Where(f => f.Key.Agency == agency && f.Key.Year == year)
        .OrderBy(f => f.Key.Key, StringComparer.Ordinal)
        .Select(f => f.Value.Value)
        .ToAsyncEnumerable();

    public Task<bool> PutFigureAsync(StatisticFigure figure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figure);
        (string, int, string) key = (figure.Agency, figure.Year, figure.Key);
        if (_figures.Find(key)?.Value == figure)
        {
            return Task.FromResult(false);
        }

        _figures.Put(key, figure);
        return Task.FromResult(true);
    }
}
