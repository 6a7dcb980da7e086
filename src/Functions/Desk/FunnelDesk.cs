using Lianxin.Core.Access;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>A stage of the way of the feedback (S13), drawn as a bar.</summary>
/// <param name="Key">As in the page's address.</param>
/// <param name="Thousandths">Length of the bar, of what was collected.</param>
public sealed record FunnelStage(string Key, string Title, int Count, int Thousandths, string Share);

/// <summary>A slice by month, office or kind, in the reader's words.</summary>
public sealed record FunnelTable(string Caption, string Head, IReadOnlyList<(string Title, FunnelFigures Figures)> Rows);

/// <param name="Behind">The stage whose pieces are listed; null for none.</param>
/// <param name="Pieces">Those that came as far, newest first, as far as this person may read them.</param>
/// <param name="Hidden">How many more came as far that this person may not read.</param>
/// <param name="Error">Why the days that were asked for are not the ones that are shown.</param>
public sealed record FunnelModel(
    DateOnly From, DateOnly To, IReadOnlyList<FunnelStage> Stages, IReadOnlyList<FunnelTable> Tables, FunnelStage? Behind, IReadOnlyList<FeedbackRow> Pieces, int Hidden, string? Error)
{
    /// <summary>Address of the same period with the pieces behind a stage.</summary>
    public string AddressOf(FunnelStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return FormattableString.Invariant($"{FunnelDesk.Path}?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&stage={stage.Key}#behind");
    }

    public IReadOnlyList<FormField> Fields =>
    [
        new("period", "from", "收到日期，从") { Kind = FieldKind.Date, Value = FormattableString.Invariant($"{From:yyyy-MM-dd}") },
        new("period", "to", "到") { Kind = FieldKind.Date, Value = FormattableString.Invariant($"{To:yyyy-MM-dd}") },
    ];
}

/// <summary>办理漏斗: how far what people said has come, drawn and listed, with the pieces behind every figure.</summary>
public sealed class FunnelDesk(DeskViews views, FeedbackBook feedback, CaseBook cases, ReferenceData reference, BusinessClock business)
{
    public const string Path = "/desk/funnel";
    private const int Longest = 200;

    private static readonly (string Key, string Title, Func<FunnelFigures, int> Of)[] Stages =
    [
        ("collected", "收集", f => f.Collected),
        ("screened", "梳理", f => f.Screened),
        ("registered", "登记", f => f.Registered),
        ("done", "办结", f => f.Done),
        ("confirmed", "销号", f => f.Confirmed),
        ("reopened", "重新办理", f => f.Reopened),
    ];

    public async Task<string> PageAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        var query = new QueryFields(context.Request.Query);
        var (from, to) = (query.Day("from") ?? new DateOnly(business.Today.Year, 1, 1), query.Day("to") ?? business.Today);
        var error = query.Refusal?.Detail;
        if (from > to)
        {
            (from, to, error) = (new DateOnly(business.Today.Year, 1, 1), business.Today, "起始日期不能晚于截止日期，下面是今年的情况。");
        }

        var pieces = await feedback.RowsAsync(actor.Agency, from, to, context.RequestAborted);
        var opened = await cases.RowsAsync(actor.Agency, from, to, context.RequestAborted);
        var funnel = Funnel.Of(from, to, pieces, opened);
        var stages = Stages.Select(s => StageOf(s.Key, s.Title, s.Of(funnel.Total), funnel.Total.Collected)).ToList();
        var behind = stages.FirstOrDefault(s => string.Equals(s.Key, context.Request.Query["stage"].ToString(), StringComparison.Ordinal));
        var reached = behind is null ? [] : Reaching(Stages.First(s => s.Key == behind.Key).Of, from, to, pieces, opened);
        var readable = reached.Where(p => actor.Role != Role.Clerk || string.Equals(p.Office, actor.Office, StringComparison.Ordinal)).ToList();
        return await views.PagesFor(context).FunnelAsync(
            new FunnelModel(from, to, stages, TablesOf(funnel), behind, [.. readable.Take(Longest)], reached.Count - Math.Min(readable.Count, Longest), error), context.RequestAborted);
    }

    private static FunnelStage StageOf(string key, string title, int count, int collected) => new(
        key, title, count, collected == 0 ? 0 : count * 1000 / collected, collected == 0 ? "—" : FormattableString.Invariant($"{count * 100.0 / collected:0.#}%"));

    /// <summary>One piece alone goes the way as far as all of them together: the same rule counts and answers.</summary>
    private static List<FeedbackRow> Reaching(Func<FunnelFigures, int> stage, DateOnly from, DateOnly to, IReadOnlyList<FeedbackRow> pieces, IReadOnlyList<CaseRow> opened)
    {
        var byId = opened.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. pieces
            .Where(p => stage(Funnel.Of(from, to, [p], p.CaseId is { } id && byId.TryGetValue(id, out var row) ? [row] : []).Total) > 0)
            .OrderByDescending(p => p.ReceivedOn)];
    }

    private List<FunnelTable> TablesOf(Funnel funnel) =>
    [
        new("按收到月份", "月份", [.. funnel.ByMonth.Select(s => (s.Key, s.Figures))]),
        new("按承办站所", "站所", [.. funnel.ByOffice.Select(s => (reference.Catalogue.Office(s.Key)?.Title ?? s.Key, s.Figures))]),
        new("按类别", "类别", [.. funnel.ByKind.Select(s => (FeedbackWords.Of(Enum.GetValues<FeedbackKind>().First(k => Core.Names.Of(k) == s.Key)), s.Figures))]),
    ];
}
