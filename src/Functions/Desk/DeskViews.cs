using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Desk;

/// <summary>Gathers what a desk page shows: from the register, for the one who is signed in.</summary>
public sealed class DeskViews(
    IRegister register, IReportArchive archive, IJobStore jobs, LeadingGroup group, ItemNoting noting, PublicCopies copies, ReferenceData reference, ReportFormats formats, YearlyBoard yearly, PortalLinks links, BusinessClock business, LianxinOptions options)
{
    public Task<string> SignInAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var error = context.Request.Query["error"].ToString() switch
        {
            "" => null,
            ProblemCodes.AccountLocked => "密码多次输入错误，账号已暂时锁定，请稍后再试。",
            ProblemCodes.CodeNeeded => "此账号启用了动态验证码，请输入账号、密码和手机上的六位数字。",
            _ => "账号、密码或动态验证码不正确。",
        };
        var model = new SignInModel("", error, context.Request.Query["next"].ToString()) { Providers = options.Oidc };
        return PagesFor(context).SignInAsync(model, context.RequestAborted);
    }

    /// <summary>After an issuer has vouched for somebody: goes on to a page of the desk by itself.</summary>
    public Task<string> SignedInAsync(HttpContext context, string next) => PagesFor(context).SignedInAsync(next, context.RequestAborted);

    /// <param name="tasks">我的任务 of a clerk; null for others.</param>
    public async Task<string> WorklistAsync(HttpContext context, IReadOnlyList<TaskLine>? tasks = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = context.Request.Query;
        var filter = new WorklistFilter(query["status"].ToString(), query["office"].ToString(), query["quarter"].ToString(), query["q"].ToString());
        var read = ItemQueries.Read(query, context.Actor(), options.Limits);
        WorklistModel model;
        if (read.Accepted)
        {
            try
            {
                var page = await register.ListAsync(read.Value, context.RequestAborted);
                model = new WorklistModel(
                    filter, reference.Catalogue, [.. page.Items.Where(r => Visibility.Lists(r, context.Actor()))], business.Today, !query.ContainsKey("continuation"), page.Continuation)
                {
                    Tasks = tasks,
                };
                return await PagesFor(context).WorklistAsync(model, context.RequestAborted);
            }
            catch (InvalidContinuationException)
            {
                // An old bookmark: the list from its beginning.
                return await WorklistAsync(filter, tasks, context);
            }
        }

        model = new WorklistModel(filter, reference.Catalogue, [], business.Today, Errors: read.Refusal.Errors) { Tasks = tasks };
        return await PagesFor(context).WorklistAsync(model, context.RequestAborted);
    }

    public Task<string> ChooseEntryAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PagesFor(context).ChooseEntryAsync(CatalogueChoice.For(reference.Catalogue, context.Actor().Office), context.RequestAborted);
    }

    /// <summary>An empty form; null when there is no such entry.</summary>
    public async Task<string?> NewItemAsync(HttpContext context, string entryCode)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (reference.Catalogue.Entry(entryCode) is not { } entry || OfficesOf(context.Actor()) is not { Count: > 0 } offices)
        {
            return null;
        }

        var model = new ItemFormModel(
            entry, reference.Catalogue.CategoryOf(entry).Title, offices, Villages, ItemFormValues.For(entry, context.Actor().Office), Guid.NewGuid().ToString("n"));
        return await PagesFor(context).ItemFormAsync(model, context.RequestAborted);
    }

    /// <summary>The form of a draft or returned item; null when this person may not change it.</summary>
    public async Task<string?> EditItemAsync(HttpContext context, string id)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await ShownAsync(context, id) is not { } item || reference.Catalogue.Entry(item.Entry) is not { } entry
            || !ItemActionRules.For(context.Actor(), item).HasFlag(ItemActions.Edit))
        {
            return null;
        }

        var model = new ItemFormModel(
            entry, reference.Catalogue.CategoryOf(entry).Title, OfficesOf(context.Actor()), Villages, ItemFormValues.From(item), "", TargetOf(item))
        {
            Proofreading = noting.Proofread(item.Content),
        };
        return await PagesFor(context).ItemFormAsync(model, context.RequestAborted);
    }

    /// <summary>The form for a new version of a published item, its fields filled; null when this person may not revise it.</summary>
    public async Task<string?> ReviseItemAsync(HttpContext context, string id)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await ShownAsync(context, id) is not { } item || reference.Catalogue.Entry(item.Entry) is not { } entry
            || !ItemActionRules.For(context.Actor(), item).HasFlag(ItemActions.Revise))
        {
            return null;
        }

        var model = new ItemFormModel(
            entry, reference.Catalogue.CategoryOf(entry).Title, OfficesOf(context.Actor()), Villages, ItemFormValues.ForRevision(item), "", TargetOf(item, newVersion: true));
        return await PagesFor(context).ItemFormAsync(model, context.RequestAborted);
    }

    /// <summary>A refused form with everything typed; null when its entry is unknown.</summary>
    /// <param name="newVersion">Whether it was the form for a new version.</param>
    public async Task<string?> ItemFormAgainAsync(
        HttpContext context, string? id, string entryCode, ItemFormValues typed, string? key, Refusal refusal, bool newVersion = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        var item = id is null ? null : await ShownAsync(context, id);
        if (reference.Catalogue.Entry(item?.Entry ?? entryCode) is not { } entry || OfficesOf(context.Actor()) is not { Count: > 0 } offices)
        {
            return null;
        }

        var model = new ItemFormModel(
            entry, reference.Catalogue.CategoryOf(entry).Title, offices, Villages, typed, key ?? Guid.NewGuid().ToString("n"), item is null ? null : TargetOf(item, newVersion), refusal)
        {
            Present = refusal.Kind == RefusalKind.Stale && item is not null ? ItemFormValues.From(item) : null,
            Proofreading = [.. typed.Texts.SelectMany(t => noting.Proofread(t.Place, t.Text))],
        };
        return await PagesFor(context).ItemFormAsync(model, context.RequestAborted);
    }

    /// <summary>An item on the desk; null when this person may not see it.</summary>
    public async Task<string?> ItemAsync(HttpContext context, string id, RefusedStep? refused = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await ShownAsync(context, id) is not { } item || reference.Catalogue.Entry(item.Entry) is not { } entry)
        {
            return null;
        }

        var members = await group.MembersAsync(item.Agency, context.RequestAborted);
        var model = new DeskItemModel(
            item,
            entry,
            reference.Catalogue.CategoryOf(entry).Title,
            reference.Catalogue.Office(item.Office)?.Title ?? item.Office,
            item.Content.Village is { } village ? reference.Catalogue.Office(village)?.Title ?? village : null,
            await register.HistoryAsync(id, context.RequestAborted),
            ETags.Of(item.EventCount),
            business.Today,
            members.ToDictionary(m => m.Account, m => m.Name, StringComparer.Ordinal),
            Visibility.IsPublic(item) ? links.Absolute(PortalPaths.Item(item.Id)) : null,
            refused)
        {
            MayMask = await copies.MayMaskAsync(item, context.RequestAborted),
            Notes = context.Actor().IsStaff ? await noting.OfAsync(item, context.RequestAborted) : null,
        };
        return await PagesFor(context).ItemAsync(model, context.RequestAborted);
    }

    public async Task<string?> ReceiptAsync(HttpContext context, string id)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await ShownAsync(context, id) is not { } item)
        {
            return null;
        }

        var (heading, next) = Receipts.Of(context.Request.Query["did"].ToString(), item);
        var model = new ReceiptModel(
            heading, item.Id, item.IndexNumber, next, [new PageLink(DeskContext.ItemPage(item.Id), "查看这条信息"), new PageLink("/desk", "回到工作清单")]);
        return await PagesFor(context).ReceiptAsync(model, context.RequestAborted);
    }

    public async Task<string> ReportAsync(HttpContext context, int year, Refusal? refusal = null, IReadOnlyDictionary<string, string>? typed = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var agency = context.Actor().Agency;
        var stored = await archive.FindAsync(agency, year, context.RequestAborted);
        var report = stored?.Report ?? ReportLife.Empty(agency, year);
        var format = formats.Of(report.Draft?.Format, year);
        var model = new ReportDeskModel(
            report,
            ETags.Of(report.Revision),
            [.. format.Parts.Where(p => p.Kind == PartKind.Narrative).Select(p => new NarrativeSection(
                p.Section, SectionTitles.Of(format, p), report.Draft?.Drafted?.GetValueOrDefault(p.Section) is { } drafted ? "系统草拟，可照抄修改：" + drafted : null))],
            [.. formats.Names.Select(n => new ReportFormat(n, n))],
            [.. report.Editions.Select((e, i) => new EditionLink(e, i == report.Editions.Count - 1 ? $"/api/reports/{year.ToString(CultureInfo.InvariantCulture)}/report.pdf" : null))],
            new YearlyBlock(await yearly.ReadAsync(agency, year, context.RequestAborted), reference.Catalogue, context.Actor().Role == Role.Clerk ? context.Actor().Office : null),
            typed,
            refusal);
        return await PagesFor(context).ReportAsync(model, context.RequestAborted);
    }

    public Task<string> ImportsAsync(HttpContext context, ImportAnswer? answer, Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PagesFor(context).ImportsAsync(ImportOutcomes.Model(answer, refusal), context.RequestAborted);
    }

    public async Task<string?> JobAsync(HttpContext context, string id)
    {
        ArgumentNullException.ThrowIfNull(context);
        var stored = await jobs.FindAsync(context.Actor().Agency, id, context.RequestAborted);
        return stored is null
            ? null
            : await PagesFor(context).JobAsync(new JobModel(stored.Job, stored.Job.State == JobState.Done ? $"/api/jobs/{id}" : null), context.RequestAborted);
    }

    public Task<string> RefusalAsync(HttpContext context, int status, Refusal refusal, string back, string backText)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PagesFor(context).RefusalAsync(new RefusalModel(status, refusal, new PageLink(back, backText)), context.RequestAborted);
    }

    private async Task<string> WorklistAsync(WorklistFilter filter, IReadOnlyList<TaskLine>? tasks, HttpContext context)
    {
        var actor = context.Actor();
        var first = await register.ListAsync(
            new ItemQuery(actor.Agency, null, actor.Role == Role.Clerk ? actor.Office : null, null, null, null, null, options.Limits.PageDefault, null), context.RequestAborted);
        return await PagesFor(context).WorklistAsync(
            new WorklistModel(filter, reference.Catalogue, [.. first.Items.Where(r => Visibility.Lists(r, actor))], business.Today, true, first.Continuation) { Tasks = tasks }, context.RequestAborted);
    }

    private async Task<Item?> ShownAsync(HttpContext context, string id)
    {
        var stored = await register.FindAsync(id, context.RequestAborted);
        return stored is not null && Visibility.Of(stored.Item, context.Actor()) == View.Full ? stored.Item : null;
    }

    private static ItemFormTarget TargetOf(Item item, bool newVersion = false) =>
        new(item.Id, item.IndexNumber, ETags.Of(item.EventCount), item.Content.Attachments, newVersion, item.Releases.Count > 0);

    private List<Office> Villages => [.. reference.Catalogue.Offices.Where(o => o.IsVillage)];

    /// <summary>A clerk submits for the own office only.</summary>
    private List<Office> OfficesOf(Actor actor) => reference.Catalogue.Office(actor.Office) is { } own ? [own] : [];

    /// <summary>The pages in the frame of whoever is signed in.</summary>
    internal DeskPages PagesFor(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        return new DeskPages(new DeskContext(actor.Role == Role.Public ? null : actor, options.AgencyName, "", links.HomeAbsolute.TrimEnd('/'), DeskAssets.Link)
        {
            ReportYear = business.Today.Year - 1,
            Learning = options.DemoMode,
            Typed = context.Items[typeof(PostedInput)] is PostedInput.Reading { Accepted: true, Input.IsForm: true } reading
                ? [.. TypedText.Of(DeskAnswers.Flat(reading.Input.Root).SelectMany(f => f.Value.Select(v => new LostField(f.Key, v))), reference.Catalogue).Where(t => t.Value.Length > 0)]
                : [],
        });
    }
}
