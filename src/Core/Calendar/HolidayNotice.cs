namespace Lianxin.Core.Calendar;

/// <summary>
/// One version of a year's 国务院办公厅关于…节假日安排的通知 as it was loaded. A correction is a further version with its reason; no version
/// is ever changed or taken away.
/// </summary>
/// <param name="Number">发文字号.</param>
/// <param name="IssuedOn">成文日期.</param>
/// <param name="Reason">Why it was loaded again; null for the first version.</param>
/// <param name="By">Login name of whoever loaded it.</param>
/// <param name="At">Business instant.</param>
public sealed record HolidayNotice(
    int Year, int Version, string Number, DateOnly IssuedOn, IReadOnlyList<CalendarDay> Days, string? Reason, string By, DateTimeOffset At);

/// <summary>A notice as somebody enters it.</summary>
/// <param name="Text">Rows <c>date,kind,name</c>, or the numbered sentences of the notice itself.</param>
/// <param name="Confirmed">What is unusual (see <see cref="HolidayNoticeChecks"/>) was compared with the notice and is so.</param>
public sealed record HolidayNoticeInput(int? Year, string? Number, DateOnly? IssuedOn, string? Text, string? Reason, bool Confirmed);
