using Lianxin.Core.Reports;

namespace Lianxin.Functions.Desk;

/// <summary>What a typed section is called on the desk: the heading that stands before it in the format.</summary>
internal static class SectionTitles
{
    /// <summary>What stands before the first heading.</summary>
    private const string Foreword = "引言";

    public static string Of(Core.Reports.ReportFormat format, FormatPart section)
    {
        var heading = Foreword;
        var continued = false;
        foreach (var part in format.Parts)
        {
            if (part.Kind == PartKind.Heading)
            {
                (heading, continued) = (part.Text, false);
            }

            if (part == section)
            {
                break;
            }

            continued |= part.Kind == PartKind.Narrative;
        }

        return continued ? heading + "（续）" : heading;
    }
}
