using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Functions.Desk;
using Lianxin.Functions.UseCases.Learning;

namespace Lianxin.Functions.Tests.Desk;

/// <summary>The catalogue's pages with everything on them.</summary>
internal static class CatalogueSamples
{
    private static readonly DateOnly Due = new(2015, 1, 20);

    public static EntryModel Entry(string text)
    {
        var entry = DeskSamples.Funds(text) with { NoticePeriod = "7wd", Remark = "备注" + text };
        return new EntryModel(
            entry, DeskSamples.Catalogue(text).Categories[0], "2026.1" + text, "财政所" + text, EntryFields.Of(entry),
            [new NextDue(Period.OfQuarter(2014, 4), new Deadline("publish", Due, "每季度结束后20日内" + text)), new NextDue(null, new Deadline("publish", Due, "如果今天形成" + text, true))],
            true);
    }

    public static LearnModel Choosing(string text) => new(new Exercise(), null, [DeskSamples.Funds(text)], null, Core.Refusal.Field("entry", "请选择" + text));

    public static LearnModel Stopped(string text, Core.Refusal personal) =>
        new(new Exercise("10-03", true), "民生工程" + text, [], DeskPageSet.Form(personal, DeskPageSet.Typed(text), text), personal);

    public static LearnModel Done(string text) => new(
        new Exercise("10-03", true, new ExerciseSubmission("练习" + text, DeskSamples.Morning, ApprovalPath.Group, [new Deadline("publish", Due, "每季度结束后20日内" + text)])), "民生工程" + text, [], null);
}
