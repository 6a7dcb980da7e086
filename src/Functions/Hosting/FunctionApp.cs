using System.Collections;
using System.Text.RegularExpressions;

namespace Lianxin.Functions.Hosting;

/// <summary>
/// The functions of an app, checked when the list is made: lawful names, lawful queues, schedules with six fields, and no two
/// route templates that could match the same address. The host matches in function order, not by specificity, so an overlap
/// would let one function swallow another's calls.
/// </summary>
public sealed partial class FunctionApp : IReadOnlyList<FunctionDescription>
{
    private readonly List<FunctionDescription> functions;

    /// <exception cref="ArgumentException">The list breaks one of the rules; the message names the function.</exception>
    public FunctionApp(params IReadOnlyList<FunctionDescription> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        this.functions = [.. functions];
        var broken = Problems().FirstOrDefault();
        if (broken is not null)
            throw new ArgumentException(broken, nameof(functions));
    }

    /// <summary>Lianxin's own functions; each has a folder with a <c>function.json</c> in the published app.</summary>
    public static FunctionApp Lianxin { get; } = new(
        new HttpFunction("Session", "api/session/{*rest}"),
        new HttpFunction("Accounts", "api/accounts/{*rest}"),
        new HttpFunction("Catalogue", "api/catalogue"),
        new HttpFunction("Calendar", "api/calendar/{*rest}"),
        new HttpFunction("Items", "api/items/{*rest}"),
        new HttpFunction("NilReturns", "api/nil-returns"),
        new HttpFunction("Quarters", "api/quarters/{*rest}"),
        new HttpFunction("Duties", "api/duties/{*rest}"),
        new HttpFunction("Postings", "api/postings/{*rest}"),
        new HttpFunction("Timeliness", "api/timeliness"),
        new HttpFunction("DemoClock", "api/demo/clock"),
        new HttpFunction("Learning", "api/learning"),
        new HttpFunction("Feedback", "api/feedback/{*rest}"),
        new HttpFunction("Cases", "api/cases/{*rest}"),
        new HttpFunction("Funnel", "api/funnel"),
        new HttpFunction("Imports", "api/imports/{*rest}"),
        new HttpFunction("Reports", "api/reports/{*rest}"),
        new HttpFunction("Records", "api/records/{*rest}"),
        new HttpFunction("Jobs", "api/jobs/{*rest}"),
        new HttpFunction("Deliveries", "api/deliveries/{*rest}"),
        new HttpFunction("Handovers", "api/handovers"),
        new HttpFunction("Troubles", "api/troubles/{*rest}"),
        new HttpFunction("Privacy", "api/privacy/{*rest}"),
        new HttpFunction("Anchors", "api/anchors"),
        new HttpFunction("Health", "api/health"),
        new HttpFunction("OpenApi", "api/openapi.json"),
        new HttpFunction("Desk", "desk/{*rest}"),
        new TimerFunction(FunctionNames.OutboxSweep, "0 * * * * *"),
        new TimerFunction(FunctionNames.PublicationSweep, "30 * * * * *"),
        new TimerFunction(FunctionNames.DutySweep, "45 * * * * *"),
        new TimerFunction(FunctionNames.FeedbackSweep, "15 * * * * *"),
        // 18:30 UTC is 02:30 in China, when nobody is at the desk.
        new TimerFunction(FunctionNames.AnnualReport, "0 30 18 * * *"),
        // From 03:00 to 05:50 in China; a pass that is through leaves the later runs nothing to do.
        new TimerFunction(FunctionNames.PrivacySweep, "0 */10 19-21 * * *"),
        new TimerFunction(FunctionNames.NoticeSweep, "45 * * * * *"),
        // 17:20 UTC is 01:20 in China, when the county's portal has time for us.
        new TimerFunction(FunctionNames.HandoverSweep, "0 20 17 * * *"),
        // Every hour: the first run after midnight in China makes the day's anchor, the others find it made.
        new TimerFunction(FunctionNames.AnchorSweep, "0 5 * * * *"),
        new QueueFunction(FunctionNames.PublishItem, "publication"),
        new QueueFunction(FunctionNames.RepublishItem, "republication"),
        new QueueFunction(FunctionNames.RunWork, "work"),
        new QueueFunction(FunctionNames.SendNotice, "notification"));

    public int Count => functions.Count;

    public FunctionDescription this[int index] => functions[index];

    /// <summary>Functions that the host calls itself at <c>/{Name}</c>.</summary>
    public IEnumerable<FunctionDescription> Triggered => functions.Where(f => f is not HttpFunction);

    public IEnumerable<HttpFunction> Http => functions.OfType<HttpFunction>();

    public IEnumerator<FunctionDescription> GetEnumerator() => functions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<string> Problems()
    {
        foreach (var function in functions)
        {
            if (!LawfulName().IsMatch(function.Name) || function.Name.Equals("host", StringComparison.OrdinalIgnoreCase))
                yield return $"'{function.Name}' is no lawful function name.";
            if (functions.Count(f => f.Name.Equals(function.Name, StringComparison.OrdinalIgnoreCase)) > 1)
                yield return $"Two functions are called '{function.Name}'.";
            if (function is QueueFunction queue && !LawfulQueue().IsMatch(queue.Queue))
                yield return $"'{queue.Queue}' of {queue.Name} is no lawful queue name.";
            if (function is TimerFunction timer && timer.Schedule.Split(' ').Length != 6)
                yield return $"The schedule '{timer.Schedule}' of {timer.Name} has not six fields.";
            if (function is HttpFunction http && RouteTemplate.Fault(http.Route) is { } fault)
                yield return $"The route '{http.Route}' of {http.Name} {fault}.";
        }

        foreach (var overlap in Overlaps())
            yield return overlap;
    }

    private IEnumerable<string> Overlaps()
    {
        var routes = Http.Select(f => (f.Name, f.Route))
            .Concat(Triggered.Select(f => (f.Name, Route: f.Name)))
            .ToList();
        return from first in Enumerable.Range(0, routes.Count)
               from second in Enumerable.Range(first + 1, routes.Count - first - 1)
               where RouteTemplate.Overlap(routes[first].Route, routes[second].Route)
               select $"{routes[first].Name} and {routes[second].Name} could match the same address.";
    }

    // Source: the Functions host's own rule for function names.
    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$")]
    private static partial Regex LawfulName();

    // Source: "Naming queues and metadata", Azure Storage documentation.
    [GeneratedRegex("^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$")]
    private static partial Regex LawfulQueue();
}
