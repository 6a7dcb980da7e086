using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>A due date in words. The tone colours it, the words alone say everything.</summary>
/// <param name="Tone">Class of the style sheet: <c>bad</c>, <c>warn</c> or <c>quiet</c>.</param>
public sealed record DueNote(string Text, string Tone)
{
    /// <summary>Days before the due day from which a line is marked.</summary>
    private const int Soon = 5;

    /// <param name="publishedAt">When the first version went out; null until then.</param>
    /// <param name="today">The business date.</param>
    public static DueNote Of(DateOnly? dueOn, ItemStatus status, DateTimeOffset? publishedAt, DateOnly today)
    {
        if (status is ItemStatus.Published or ItemStatus.PublishedToParty or ItemStatus.Revising)
            return new(Punctuality(dueOn, publishedAt), "quiet");
        if (status is ItemStatus.Withdrawn or ItemStatus.Expired or ItemStatus.Rejected)
            return new("已办结", "quiet");
        if (dueOn is not { } due)
            return new("无期限", "quiet");
        return (due.DayNumber - today.DayNumber) switch
        {
            < 0 and var days => new(string.Create(CultureInfo.InvariantCulture, $"已逾期 {-days} 天"), "bad"),
            0 => new("今天到期", "warn"),
            <= Soon and var days => new(string.Create(CultureInfo.InvariantCulture, $"还剩 {days} 天"), "warn"),
            var days => new(string.Create(CultureInfo.InvariantCulture, $"还剩 {days} 天"), "quiet"),
        };
    }

    private static string Punctuality(DateOnly? dueOn, DateTimeOffset? publishedAt)
    {
        if (dueOn is not { } due || publishedAt is not { } instant)
            return "已公开";

        var late = ChinaText.Date(instant).DayNumber - due.DayNumber;
        return late > 0 ? string.Create(CultureInfo.InvariantCulture, $"逾期 {late} 天公开") : "按期公开";
    }
}
