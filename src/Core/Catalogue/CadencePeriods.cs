using Lianxin.Core.Calendar;

namespace Lianxin.Core.Catalogue;

/// <summary>Which periods fit which cadence.</summary>
public static class CadencePeriods
{
    /// <summary>The kind of period that an entry of this cadence is published for; null where it has none.</summary>
    public static PeriodKind? PeriodKind(this Cadence cadence) => cadence switch
    {
        Cadence.Monthly => Calendar.PeriodKind.Month,
        Cadence.Quarterly => Calendar.PeriodKind.Quarter,
        Cadence.Annual => Calendar.PeriodKind.Year,
        _ => null,
    };

    /// <summary>True when the period is of the kind that the cadence asks for; never for a cadence without periods.</summary>
    public static bool Fits(this Period period, Cadence cadence) => cadence.PeriodKind() == period.Kind;
}
