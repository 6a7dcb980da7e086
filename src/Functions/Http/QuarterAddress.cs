using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary>The <c>{quarter}</c> of an address.</summary>
internal static class QuarterAddress
{
    /// <summary>Null after the refusal was written.</summary>
    public static async Task<Period?> ReadAsync(HttpContext context)
    {
        if (Period.TryParse((string?)context.Request.RouteValues["quarter"], out var quarter) && quarter.Kind == PeriodKind.Quarter)
        {
            return quarter;
        }

        await Problem.From(Refusal.Field("quarter", "没有这个季度，请按 2026-Q1 的格式填写。", "invalid-quarter")).WriteAsync(context);
        return null;
    }
}
