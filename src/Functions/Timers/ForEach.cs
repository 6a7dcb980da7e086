using Lianxin.Functions.Access;

namespace Lianxin.Functions.Timers;

/// <summary>Timers look after every agency of the app. What fails for one does not keep the next one waiting; the failure is told at the end.</summary>
internal static class ForEach
{
    public static async Task AgencyAsync(LianxinOptions options, Func<string, Task> work)
    {
        var failures = new List<Exception>();
        foreach (var agency in options.AllAgencies)
        {
            try
            {
                await work(agency);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw failures.Count == 1 ? failures[0] : new AggregateException(failures);
        }
    }
}
