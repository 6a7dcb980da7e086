using Lianxin.Core.Reports;

namespace Lianxin.Functions.Desk;

/// <summary>What a typed section is called on the desk: the heading that stands before it in the format.</summary>
internal static class SectionTitles
{
    public static string Of(Core.Reports.ReportFormat format, FormatPart section)
    {
        var heading = "";
        foreach (var part in format.Parts)
        {
            if (part.Kind == PartKind.Heading)
            {
                heading = part.Text;
            }

            if (part == section)
            {
                break;
            }
        }

        return heading.Length > 0 ? heading : section.Section;
    }
}
