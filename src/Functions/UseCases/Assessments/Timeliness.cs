using Lianxin.Core.Assessment;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases.Assessments;

/// <summary>The offices' figures for a stretch of time.</summary>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date.</param>
/// <param name="AsOf">The business date on which they hold.</param>
public sealed record TimelinessFigures(DateOnly From, DateOnly To, DateOnly AsOf, AssessmentScheme Scheme, IReadOnlyList<OfficeAssessment> Offices);

/// <summary>
/// Counts what the offices are assessed by (S16, S39), from the registers alone. Items count when they went out in the time; duties count
/// when they fell due in it, and for a quarter when they are listed in it, so that what is due on April 20 for the first quarter is the
/// first quarter's.
/// </summary>
public sealed class Timeliness(
    IRegister register, QuarterBoard board, InService service, IComplaintCounts complaints, AssessmentScheme scheme, ReferenceData reference, BusinessClock business)
{
    /// <summary>The longest time in one call, in days: two years.</summary>
    public const int MostDays = 731;

    /// <summary>Everything that fell due between two days. For a time before the agency's register nobody is blamed.</summary>
    public async Task<TimelinessFigures> OfRangeAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var since = await service.SinceAsync(agency, cancellation);
        var duties = new List<DutyStanding>();
        // No due day is more than a quarter after the quarter in which its duty is listed (the latest: March 31 for a year).
        for (var quarter = Period.QuarterOf(from).Previous; quarter.First <= to; quarter = quarter.Next)
        {
            if (quarter.First >= since)
            {
                var view = await board.ReadAsync(agency, quarter, cancellation);
                duties.AddRange(view.Duties.Where(d => d.Duty.DueOn >= from && d.Duty.DueOn <= to));
            }
        }

        return await AssessAsync(agency, from, to, duties, cancellation);
    }

    /// <summary>Everything that is listed in a quarter, whenever it falls due.</summary>
    public async Task<TimelinessFigures> OfQuarterAsync(string agency, Period quarter, CancellationToken cancellation)
    {
        var view = await board.ReadAsync(agency, quarter, cancellation);
        return await AssessAsync(agency, quarter.First, quarter.Last, view.Duties, cancellation);
    }

    private async Task<TimelinessFigures> AssessAsync(string agency, DateOnly from, DateOnly to, IReadOnlyList<DutyStanding> duties, CancellationToken cancellation)
    {
        var published = new List<PublicationRow>();
        await foreach (var row in register.PublicationsAsync(agency, from, to, cancellation))
        {
            published.Add(row);
        }

        var counted = await complaints.CountAsync(agency, from, to, cancellation);
        var tallies = OfficeTally.Of(reference.Catalogue, duties, published, counted, business.Today);
        return new TimelinessFigures(from, to, business.Today, scheme, Assessing.Of(scheme, tallies, reference.Catalogue, business.Today));
    }
}
