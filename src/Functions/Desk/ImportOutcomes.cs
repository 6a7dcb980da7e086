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
        new("统计数字", "key,label,value,unit,kind,from,to,definition,source"),
    ];

    public static ImportsModel Model(ImportReport? report, Refusal? refusal) =>
        new(Kinds, report is null ? null : new ImportOutcome(report.Kind switch { ImportFile.ItemsKind => "信息登记簿", ImportFile.FeedbackKind => "群众反馈登记簿", _ => "统计数字" }, report.DryRun, [.. report.Rows.Select(LineOf)]), refusal);

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
