using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Documents.Pages;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Desk;

/// <summary>What is still owed to a report, and how the offices answered, on its desk page.</summary>
/// <param name="OwnOffice">Office of the clerk who looks; null for all others, who can state nothing.</param>
public sealed record YearlyBlock(YearlyStanding Standing, DisclosureCatalogue Catalogue, string? OwnOffice)
{
    public string Timing => Standing.Timing switch
    {
        ReportTiming.NotYet => $"{Standing.Year}年尚未结束",
        ReportTiming.Open => "在期限内，尚未公布",
        ReportTiming.Overdue => "已逾期，尚未公布",
        ReportTiming.Met => "已按期公布",
        _ => "已公布，逾期",
    };

    public bool IsLate => Standing.Timing is ReportTiming.Overdue or ReportTiming.Late;

    public string Days => $"各单位{ChineseDates.Text(Standing.Dates.OfficesBy)}前报齐，报告{ChineseDates.Text(Standing.Dates.DueOn)}前公布（{Standing.Dates.Because}）";

    public string OfficeOf(string code) => Catalogue.Office(code)?.Title ?? code;

    /// <summary>Own kinds of which the clerk can say that there were none.</summary>
    public bool CanState(KindAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.State == AnswerState.Owed && answer.Office == OwnOffice && Standing.Timing != ReportTiming.NotYet;
    }

    public bool CanTakeBack(KindAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.State == AnswerState.None && answer.Office == OwnOffice;
    }

    public static string AnswerOf(KindAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer switch
        {
            { State: AnswerState.Recorded } => $"已登记{answer.Count}件",
            { State: AnswerState.None, Stated: { } stated } => $"说明本年无（{stated.By}，{ChinaText.Minute(stated.At)}）",
            _ => "尚未登记，也未说明本年无",
        };
    }
}
