using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Documents.Sheets;

namespace Lianxin.Functions.Desk;

/// <summary>Words of duties, sheets and boards. The sign is short for a cell, the words say the same in full.</summary>
internal static class DutyWords
{
    public static IReadOnlyList<(CoverageState State, string Sign, string Words)> Legend { get; } =
    [
        (CoverageState.Met, "√", "按时公开"),
        (CoverageState.Nil, "零", "零报告"),
        (CoverageState.Pending, "待", "待公开，数字为剩余天数"),
        (CoverageState.Late, "迟", "逾期后已公开，数字为逾期天数"),
        (CoverageState.Overdue, "逾", "逾期未公开，数字为逾期天数"),
        (CoverageState.Waived, "免", "经批准免除"),
    ];

    public static string Of(DutyState state) => state switch
    {
        DutyState.Pending => "待公开",
        DutyState.Met => "按时公开",
        DutyState.Late => "逾期公开",
        DutyState.Overdue => "逾期未公开",
        DutyState.Waived => "经批准免除",
        _ => state.ToString(),
    };

    public static string Of(DutyReach reach) => reach switch
    {
        DutyReach.Missing => "尚无材料",
        DutyReach.Begun => "草拟或退回，在经办人手中",
        DutyReach.InProcedure => "已申报，在审核或征求意见",
        DutyReach.Approved => "已批准，等待公开",
        DutyReach.Out => "已公开",
        _ => reach.ToString(),
    };

    public static string Of(OpenPointKind kind) => kind switch
    {
        OpenPointKind.Missing => "缺材料",
        OpenPointKind.NotApproved => "未批准",
        OpenPointKind.FailingCheck => "检查不过",
        _ => kind.ToString(),
    };

    public static string Of(PostingState state) => state switch
    {
        PostingState.None => "尚无张贴记录",
        PostingState.Posted => "已张贴",
        PostingState.TakenDown => "已撤下",
        PostingState.Red => "逾期无张贴记录",
        _ => state.ToString(),
    };

    /// <summary>For a cell: <c>√</c>, <c>待12</c>, <c>逾3</c>.</summary>
    public static string Sign(DutyStanding duty, CoverageState state, DateOnly today)
    {
        var sign = Legend.First(l => l.State == state).Sign;
        return Days(duty, today) is { } days ? string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(days)}") : sign;
    }

    /// <summary>For readers who hear it: state and days.</summary>
    public static string Full(DutyStanding duty, CoverageState state, DateOnly today)
    {
        var days = Days(duty, today);
        return state switch
        {
            CoverageState.Nil => "已作零报告",
            CoverageState.Pending when days == 0 => "待公开，今天到期",
            CoverageState.Pending => string.Create(CultureInfo.InvariantCulture, $"待公开，还剩{days}天"),
            CoverageState.Late => string.Create(CultureInfo.InvariantCulture, $"逾期{-days}天后公开"),
            CoverageState.Overdue => string.Create(CultureInfo.InvariantCulture, $"逾期{-days}天未公开"),
            _ => Of(duty.State),
        };
    }

    /// <summary>The month of a monthly duty, or the day of an event: what tells several duties of one cell apart; empty for others.</summary>
    public static string Apart(Duty duty) =>
        !Period.TryParse(duty.Period, out var period) ? duty.OpensOn.ToString("M-d", CultureInfo.InvariantCulture)
        : period.Kind == PeriodKind.Month ? string.Create(CultureInfo.InvariantCulture, $"{period.Number}月") : "";

    private static int? Days(DutyStanding duty, DateOnly today) => duty.State switch
    {
        DutyState.Pending or DutyState.Overdue => duty.Duty.DueOn.DayNumber - today.DayNumber,
        DutyState.Late when duty.MetOn is { } met => duty.Duty.DueOn.DayNumber - met.DayNumber,
        _ => null,
    };
}
