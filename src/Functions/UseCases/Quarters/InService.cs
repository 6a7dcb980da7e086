using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Lianxin.Core.Calendar;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// Since when an agency keeps its register here. Written once, at the first start, as the first day of that quarter: nobody is overdue
/// for a time before. Timers, alarms and notices look at no quarter before it; the quarter's own page can show any.
/// </summary>
public sealed class InService(IDocumentStore documents, BusinessClock business)
{
    private readonly ConcurrentDictionary<string, DateOnly> known = new(StringComparer.Ordinal);

    public async Task<DateOnly> SinceAsync(string agency, CancellationToken cancellation)
    {
        if (known.TryGetValue(agency, out var since))
        {
            return since;
        }

        var name = $"agencies/{agency}/in-service-since.txt";
        for (; ; )
        {
            if (await documents.FindAsync(Containers.Sealed, name, cancellation) is { } stored)
            {
                return known[agency] = DateOnly.ParseExact(Encoding.ASCII.GetString(stored.Bytes), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }

            var text = Period.QuarterOf(business.Today).First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await documents.TryPutAsync(Containers.Sealed, name, Encoding.ASCII.GetBytes(text), "text/plain", null, cancellation);
        }
    }

    /// <summary>The quarters from the first one of service to the present one, in order.</summary>
    public async Task<IReadOnlyList<Period>> QuartersAsync(string agency, CancellationToken cancellation)
    {
        var quarters = new List<Period>();
        var last = Period.QuarterOf(business.Today);
        for (var quarter = Period.QuarterOf(await SinceAsync(agency, cancellation)); quarter.First <= last.First; quarter = quarter.Next)
        {
            quarters.Add(quarter);
        }

        return quarters;
    }
}
