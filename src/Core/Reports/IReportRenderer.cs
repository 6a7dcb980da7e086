namespace Lianxin.Core.Reports;

/// <summary>Makes bytes of a document. The same content gives the same bytes.</summary>
public interface IReportRenderer
{
    /// <summary>For example <c>application/pdf</c>.</summary>
    string MediaType { get; }

    byte[] Render(ReportContent content);
}
