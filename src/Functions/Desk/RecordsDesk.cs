using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Core.Reports.Records;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>The desk's pages of dated records 登记: the list, the form of a kind, a record with its versions.</summary>
public sealed class RecordsDesk(DeskViews views, RecordBook book, RecordKinds kinds, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    public const string Path = "/desk/records";

    private const string Api = "api/records";

    public static string PathOf(DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return $"{Path}/{Uri.EscapeDataString(record.Id)}";
    }

    /// <summary>Where a form leads that was taken: the list in which the record now stands, with a word that it does.</summary>
    public static string ListOf(DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Create(CultureInfo.InvariantCulture, $"{Path}?year={record.On.Year}&kind={record.Kind}&entered={Uri.EscapeDataString(record.Number)}");
    }

    public async Task<string> ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (query, actor) = (context.Request.Query, context.Actor());
        var kind = kinds.Find(query["kind"])?.Key;
        var year = int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= 9999 ? asked : business.Today.Year;
        var continuation = query["continuation"].FirstOrDefault();
        var page = await PageAsync(actor.Agency, year, kind, continuation, context.RequestAborted);
        var model = new RecordListModel(
            kinds,
            year,
            kind ?? "",
            page.Rows,
            reference.Catalogue,
            Permissions.Allow(actor, Permissions.EnterRecord),
            Permissions.Allow(actor, Permissions.Import),
            query["entered"].FirstOrDefault(),
            continuation is null,
            page.Continuation);
        return await views.PagesFor(context).RecordsAsync(model, context.RequestAborted);
    }

    public Task<string> NewAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return NewAsync(context, kinds.Find(context.Request.Query["kind"]), null, null);
    }

    /// <summary>A record by the id of any of its versions; null when there is none of this agency.</summary>
    public async Task<string?> OneAsync(HttpContext context, string id, PostedInput? posted = null, Refusal? refusal = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        if (await book.FindVersionAsync(id, context.RequestAborted) is not { } named
            || !named.Id.StartsWith(actor.Agency + "-", StringComparison.Ordinal)
            || kinds.Find(named.Kind) is not { } kind
            || await book.FindAsync(actor.Agency, named.On.Year, named.Kind, named.Number, context.RequestAborted) is not { Record: var record })
        {
            return null;
        }

        var forms = Forms(context, posted, refusal);
        var mayChange = Permissions.Allow(actor, Permissions.EnterRecord) && record.Office == actor.Office && !record.IsVoid;
        var model = new RecordModel(
            kind,
            await VersionsAsync(actor.Agency, record, context.RequestAborted),
            reference.Catalogue.Office(record.Office)?.Title ?? record.Office,
            mayChange ? [forms.Correction(kind, record), forms.Voiding(kind, record)] : [],
            refusal);
        return await views.PagesFor(context).RecordAsync(model, context.RequestAborted);
    }

    /// <summary>A form that was refused, again, with everything typed in it.</summary>
    public async Task AgainAsync(HttpContext context, PostedInput posted, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var fields = DeskAnswers.Flat(posted.Root);
        var status = Problem.From(refusal).Status;
        var html = fields.TryGetValue("replaces", out var replaces)
            ? await OneAsync(context, replaces[0], posted, refusal)
            : await NewAsync(context, fields.TryGetValue("kind", out var kind) ? kinds.Find(kind[0]) : null, posted, refusal);
        await Responses.HtmlAsync(context, html ?? await views.RefusalAsync(context, status, refusal, Path, "回到登记清单"), status);
    }

    private Task<string> NewAsync(HttpContext context, RecordKind? kind, PostedInput? posted, Refusal? refusal) => views.PagesFor(context).RecordNewAsync(
        new RecordNewModel(kinds, kind is null ? null : Forms(context, posted, refusal).New(kind), refusal), context.RequestAborted);

    private RecordForms Forms(HttpContext context, PostedInput? posted, Refusal? refusal) =>
        new(views.PagesFor(context).Context.Api(Api), posted is null ? null : DeskAnswers.Flat(posted.Root), refusal);

    private async Task<IReadOnlyList<DatedRecord>> VersionsAsync(string agency, DatedRecord record, CancellationToken cancellation)
    {
        var versions = new List<DatedRecord> { record };
        for (var version = record.Version - 1; version > 0; version--)
        {
            if (await book.FindVersionAsync(RecordNames.Of(agency, record.On.Year, record.Kind, record.Number, version), cancellation) is { } earlier)
            {
                versions.Add(earlier);
            }
        }

        return versions;
    }

    /// <summary>An old bookmark leads to the first page.</summary>
    private async Task<LedgerPage<DatedRecord>> PageAsync(string agency, int year, string? kind, string? continuation, CancellationToken cancellation)
    {
        try
        {
            return await book.ListAsync(agency, year, kind, options.Limits.PageDefault, continuation, cancellation);
        }
        catch (InvalidContinuationException)
        {
            return await book.ListAsync(agency, year, kind, options.Limits.PageDefault, null, cancellation);
        }
    }
}
