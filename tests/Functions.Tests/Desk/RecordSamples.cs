using Lianxin.Core;
using Lianxin.Core.Reports.Records;
using Lianxin.Functions.Desk;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.Desk;

/// <summary>Models of the records' pages; <c>text</c> goes into every value that a person types.</summary>
internal static class RecordSamples
{
    public static RecordKinds Kinds { get; } = RuleFiles.Load(Path.Combine(AppContext.BaseDirectory, "Data")).Kinds;

    private static RecordKind Kind => Kinds.Find("application")!;

    public static DatedRecord Application(string text = "") => new(
        "ligang-2014-application-0123456789abcdef-v2", "application", "受理1" + text, 2, "扶贫资金安排" + text, new DateOnly(2014, 3, 2), new DateOnly(2014, 3, 20), null,
        "natural_person", "granted", null, null, "caizheng", "clerk" + text, DeskSamples.Morning, "ligang-2014-application-0123456789abcdef-v1", "已办结" + text);

    public static RecordNewModel Refused(string text = "")
    {
        var refusal = new Refusal(RefusalKind.Invalid, "invalid-input", "填写不对。") { Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["on"] = ["没有这一天。" + text] } };
        var typed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["kind"] = ["application"], ["number"] = ["受理1" + text], ["on"] = ["2014-02-30" + text], ["applicant"] = ["research"] };
        return new RecordNewModel(Kinds, new RecordForms(DeskSamples.Api + "/api/records", typed, refusal).New(Kind), refusal);
    }

    public static RecordModel Model(string text = "")
    {
        var record = Application(text);
        var forms = new RecordForms(DeskSamples.Api + "/api/records");
        return new RecordModel(
            Kind, [record, record with { Id = record.Replaces!, Version = 1, EndedOn = null, Outcome = null, Reason = null, Replaces = null }], "财政所" + text,
            [forms.Correction(Kind, record), forms.Voiding(Kind, record)], null);
    }
}
