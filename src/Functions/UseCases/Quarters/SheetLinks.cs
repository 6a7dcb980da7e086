using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>Short links to a quarter's sheets. The agency's own sheet is the masked copy and for everybody; a village's full list is for its board and the staff.</summary>
public sealed class SheetLinks(DutyBook book, IDocumentStore documents)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public async Task<Decision<Uri>> FindAsync(Actor by, string agency, Period quarter, string place, string paper, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(place);
        if (paper is not ("a3" or "a4"))
        {
            return Refusal.Field("paper", "纸张只有 a4 和 a3。");
        }

        if (place.Length > 0 && !MaySee(by, agency, place))
        {
            return NoSheet;
        }

        var record = (await book.QuarterAsync(agency, quarter, cancellation)).Value;
        var sheet = record.Sheets.FirstOrDefault(s => string.Equals(s.Place, place, StringComparison.Ordinal) && string.Equals(s.Paper, paper, StringComparison.Ordinal));
        return sheet is null
            ? NoSheet
            : await documents.LinkAsync(Containers.Bulletins, sheet.Name, Lifetime, $"{quarter}{(place.Length > 0 ? "-" + place : "")}-{paper}.pdf", cancellation);
    }

    /// <summary>The Party's sheet is for members and the staff that handle it; running the system is no reason to read it.</summary>
    public static bool MaySee(Actor by, string agency, string place) =>
        by is not null && string.Equals(by.Agency, agency, StringComparison.Ordinal)
        && (place == QuarterSheets.Party ? by.Role == Role.Member || (by.IsStaff && by.Role is not (Role.Admin or Role.Clerk)) : by.IsStaff);

    private static Refusal NoSheet { get; } = new(RefusalKind.Unknown, "no-sheet", "这个季度的公示单还没有生成，季度结束后的第一天起可以下载。");
}
