using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Learning;

namespace Lianxin.Functions.Desk;

/// <summary>练习: the first submission, step by step.</summary>
/// <param name="Choices">Entries to choose from; empty once one is chosen.</param>
/// <param name="Form">The form that is to be filled in; null before an entry is chosen and after the exercise was accepted.</param>
public sealed record LearnModel(Exercise Exercise, string? EntryTitle, IReadOnlyList<CatalogueEntry> Choices, ItemFormModel? Form, Refusal? Refusal = null);

/// <summary><c>/desk/learn</c>, for clerks of a demo.</summary>
public sealed class LearnDesk(DeskViews views, Exercises exercises, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    public const string Path = "/desk/learn";

    /// <summary>Where the exercise stands; null for who has none here.</summary>
    public async Task<string?> PageAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return options.DemoMode && Permissions.Allow(context.Actor(), Permissions.Learn) ? await PageAsync(context, null, null) : null;
    }

    /// <summary>A step that was refused, with everything typed.</summary>
    public async Task AgainAsync(HttpContext context, PostedInput posted, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(posted);
        await Responses.HtmlAsync(context, await PageAsync(context, DeskAnswers.TypedItem(posted), refusal), Problem.From(refusal).Status);
    }

    private async Task<string> PageAsync(HttpContext context, ItemFormValues? typed, Refusal? refusal)
    {
        var by = context.Actor();
        var exercise = await exercises.FindAsync(by, context.RequestAborted);
        var entry = exercise.Entry is { } code ? reference.Catalogue.Entry(code) : null;
        var model = entry is null
            ? new LearnModel(exercise with { Entry = null }, null, Own(by), null, refusal)
            : new LearnModel(exercise, entry.Title, [], exercise.Submitted is null ? Form(by, entry, typed, refusal) : null, refusal);
        return await views.PagesFor(context).LearnAsync(model, context.RequestAborted);
    }

    private List<CatalogueEntry> Own(Actor by)
    {
        var allowed = CatalogueChoice.For(reference.Catalogue, by.Office).Allowed;
        return [.. reference.Catalogue.Categories.SelectMany(c => c.Entries).Where(e => allowed.Contains(e.Code))];
    }

    private ItemFormModel Form(Actor by, CatalogueEntry entry, ItemFormValues? typed, Refusal? refusal)
    {
        var catalogue = reference.Catalogue;
        var prepared = ItemFormValues.For(entry, by.Office) with
        {
            Title = $"练习：{entry.Title}",
            FormedOn = business.Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Body = $"这是练习用的正文。\n联系人证件号 {Exercises.InventedNumber}。",
        };
        return new ItemFormModel(
            entry, catalogue.CategoryOf(entry).Title, [.. catalogue.Offices.Where(o => o.Code == by.Office)], [.. catalogue.Offices.Where(o => o.IsVillage)], typed ?? prepared, "", null, refusal);
    }
}
