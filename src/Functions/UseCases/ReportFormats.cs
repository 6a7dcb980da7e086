using Lianxin.Core.Reports;

namespace Lianxin.Functions.UseCases;

/// <summary>The report formats that are on file.</summary>
public sealed class ReportFormats(IReadOnlyList<ReportFormat> formats)
{
    public ReportFormat? Find(string? name) => formats.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>A format by name, or the one that reports of the year are made in.</summary>
    public ReportFormat Of(string? name, int year) => Find(name) ?? ForYear(year);

    /// <summary>The format in force for reports of a year; before the first statutory one the first that is bound to no year.</summary>
    public ReportFormat ForYear(int year) =>
        formats.FirstOrDefault(f => f.FirstYear <= year && !(f.LastYear < year)) ?? formats.FirstOrDefault(f => f.FirstYear is null) ?? formats[0];

    public IReadOnlyList<string> Names => [.. formats.Select(f => f.Name)];
}
