using Lianxin.Core.Reports;

namespace Lianxin.Functions.UseCases;

/// <summary>The report formats that are on file.</summary>
public sealed class ReportFormats(IReadOnlyList<ReportFormat> formats)
{
    public ReportFormat? Find(string? name) => formats.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>A format by name, or the first one on file.</summary>
    public ReportFormat Of(string? name) => Find(name) ?? formats[0];

    public IReadOnlyList<string> Names => [.. formats.Select(f => f.Name)];
}
