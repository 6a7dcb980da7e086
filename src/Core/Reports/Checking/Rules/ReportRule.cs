using System.Globalization;

namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>One named rule. Names and severities are part of the contract and never change.</summary>
internal abstract class ReportRule(string name, FindingSeverity severity)
{
    public string Name { get; } = name;

    public FindingSeverity Severity { get; } = severity;

    public abstract IEnumerable<ReportFinding> Check(CheckedReport report);

    protected ReportFinding Finding(string where, string expected, string found, string message) =>
        new(Name, Severity, where, expected, found, message);

    /// <summary>A figure as people write it, without trailing zeros.</summary>
    protected static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
