using Lianxin.Core.Reports;

namespace Lianxin.Functions.UseCases;

/// <summary>A renderer that is made when it is first used.</summary>
internal sealed class LateRenderer(Func<IReportRenderer> make) : IReportRenderer
{
    private readonly Lazy<IReportRenderer> made = new(make);

    public string MediaType => made.Value.MediaType;

    public byte[] Render(ReportContent content) => made.Value.Render(content);
}
