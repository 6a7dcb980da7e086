using Lianxin.Core;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>Turns an import's report into what its page shows.</summary>
internal static class ImportOutcomes
{
    private static readonly ImportKind[] Kinds =
    [
        new("信息登记簿", "number,entry,office,village,title,body,formed_on,published_on,period,elements,channels,url"),
        new("群众反馈登记簿", "number,kind,channel,office,received_on,text,decision,screened_on,reply,group,request,plan,end,answer,passed_to,answered_on,closed_on"),
        new("业务登记", "kind,number,title,on,ended_on,published_on,applicant,outcome,category,amount,office"),
        new("统计数字", "key,label,value,unit,kind,from,to,definition,source"),
    ];

    public static ImportsModel Model(ImportAnswer? answer, Refusal? refusal) =>
        new(Kinds, OutcomeOf(answer?.Report), refusal)
        {
            Faults = answer?.Report is { } report ? ImportFaults.Of(report, answer.Lines) : null,
            Earlier = OutcomeOf(answer?.Earlier),
            Mark = answer?.Mark,
            Job = answer?.Job,
        };

    private static ImportOutcome? OutcomeOf(ImportReport? report) => report is null ? null : new ImportOutcome(
        report.Kind switch { ImportFile.ItemsKind => "信息登记簿", ImportFile.FeedbackKind => "群众反馈登记簿", ImportFile.RecordsKind => "业务登记", _ => "统计数字" },
        report.DryRun,
        [.. report.Rows.Select(LineOf)]);

    private static ImportedLine LineOf(ImportLine line) => new(
        line.Line,
        line.Outcome switch
        {
            "already-there" => ImportLineState.Repeated,
            "refused" => ImportLineState.Refused,
            _ => ImportLineState.Taken,
        },
        line.Number,
        line.Outcome == "ok" ? null : line.Id,
        line.Detail is null ? [] : [line.Detail]);
}
