using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>
/// 政府信息公开审批单: who examined an item, what every member of the leading group said, what was decided and when, on a page for signature and
/// seal (S5, S9, S10). Made of nothing but the register and the accounts' names.
/// </summary>
public sealed class DecisionMinutes(IRegister register, LeadingGroup group, IReportRenderer renderer, ReferenceData reference, LianxinOptions options)
{
    private static readonly HashSet<string> Deciding = new(["approved", "rejected"], StringComparer.Ordinal);

    private static Refusal Undecided { get; } =
        new(RefusalKind.IllegalStep, "not-decided", "这条信息还没有作出决定，批准或者不予批准之后才有审批单。");

    /// <summary>The page for who may see the whole item; a refusal otherwise, and before there is a decision.</summary>
    public async Task<Decision<byte[]>> MakeAsync(Actor actor, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await register.FindAsync(id, cancellation) is not { Item: var item } || Visibility.Of(item, actor) != View.Full || item.Agency != options.Agency)
        {
            return CommandAnswer.Unknown.Refusal!;
        }

        if (item.Approval is not { } decided)
        {
            return Undecided;
        }

        var history = await register.HistoryAsync(id, cancellation);
        var names = (await group.MembersAsync(item.Agency, cancellation)).ToDictionary(m => m.Account, m => m.Name, StringComparer.Ordinal);
        foreach (var step in history)
        {
            names[step.By] = step.ByName;
        }

        return renderer.Render(Content(item, decided, history, account => names.GetValueOrDefault(account, account)));
    }

    private ReportContent Content(Item item, Approval decided, IReadOnlyList<ItemEvent> history, Func<string, string> nameOf)
    {
        var day = ChinaTime.DateOf(decided.At);
        // The step that decided, and not the last one: the page stays the same after the publication.
        var last = history.LastOrDefault(e => Deciding.Contains(e.Kind)) ?? history[^1];
        return new ReportContent(
            ["政府信息公开审批单"],
            options.AgencyName,
            $"{item.Content.Title}的审批单",
            string.Create(CultureInfo.InvariantCulture, $"minutes/{item.Id}/{item.Version}/{last.Hash}"),
            day,
            [
                new TableBlock("公开事项", [1, 4], 1, [Row("项目", "内容", true), .. Facts(item, decided).Select(f => Row(f.Name, f.Value, false))]),
                .. item.Review is { } review ? (ReportBlock[])[Examined(review, nameOf)] : [],
                .. item.Consultation is { } asked ? (ReportBlock[])[Opinions(asked, decided.By, nameOf)] : [],
                new ParagraphBlock(Decided(decided, nameOf)),
                new ParagraphBlock("组长签字：　　　　　　　　　　　　　　　　（加盖公章）"),
                new SignatureBlock(options.AgencyName, day),
                new NoteBlock(string.Create(CultureInfo.InvariantCulture, $"登记簿第{last.Number}步，SHA-256摘要{last.Hash}。")),
            ]);
    }

    private IEnumerable<(string Name, string Value)> Facts(Item item, Approval decided)
    {
        yield return ("标题", item.Content.Title);
        yield return ("索引号", item.IndexNumber);
        yield return ("公开目录", reference.Catalogue.Entry(item.Entry)?.Title ?? item.Entry);
        yield return ("承办站所", reference.Catalogue.Office(item.Office)?.Title ?? item.Office);
        yield return ("版本", string.Create(CultureInfo.InvariantCulture, $"第{item.Version}版"));
        yield return ("成文日期", item.Content.FormedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
        yield return ("审批程序", Words.Of(item.ApprovalPath));
        if (decided.Approved)
        {
            yield return ("公开范围", Words.Of(item.Audience));
        }
    }

    private static TableBlock Examined(Review review, Func<string, string> nameOf) => new(
        "审核",
        [1, 4],
        1,
        [
            Row("项目", "内容", true),
            Row("审核人", nameOf(review.By), false),
            Row("审核时间", Minute(review.At), false),
            Row("四项审核", $"全面：{Answer(review.Complete)}，真实：{Answer(review.True)}，具体：{Answer(review.Specific)}，合法：{Answer(review.Lawful)}", false),
            Row("保密审查", review.SecrecyCheck == "passed" ? "已通过" : "提请上级或者保密部门确定", false),
            Row("审核意见", (review.Accepted ? "审核通过" : "退回") + (review.Comment.Length > 0 ? "：" + review.Comment : ""), false),
        ]);

    private static TableBlock Opinions(Consultation asked, string chair, Func<string, string> nameOf)
    {
        // Whoever decided has said so below.
        var silent = asked.Members.Where(m => m != chair && !asked.Opinions.Any(o => string.Equals(o.By, m, StringComparison.Ordinal)));
        return new TableBlock(
            "领导小组成员意见",
            [1, 1, 3],
            1,
            [
                new TableRow([Head("成员"), Head("意见"), Head("时间和说明")]),
                .. asked.Opinions.OrderBy(o => o.At).Select(o => new TableRow(
                    [new TableCell(o.Name), new TableCell(o.Agrees ? "同意" : "不同意"), new TableCell(Minute(o.At) + (o.Comment.Length > 0 ? "，" + o.Comment : ""), CellAlignment.Start)])),
                .. silent.Select(m => new TableRow(
                    [new TableCell(nameOf(m)), new TableCell("未发表"), new TableCell(string.Create(CultureInfo.InvariantCulture, $"征求意见至{asked.EndsOn:yyyy年M月d日}"), CellAlignment.Start)])),
            ]);
    }

    private static string Decided(Approval decided, Func<string, string> nameOf)
    {
        var how = decided.Approved ? "决定：同意公开。" : "决定：不予批准。";
        var comment = decided.Comment.Length > 0 ? $"批示：{decided.Comment}。" : "";
        var against = decided.OverrideReason is { Length: > 0 } reason ? $"有成员不同意，仍予批准的理由：{reason}。" : "";
        return $"{nameOf(decided.By)}于{Minute(decided.At)}{how}{comment}{against}";
    }

    private static TableRow Row(string name, string value, bool head) =>
        new([new TableCell(name, Strong: head), new TableCell(value, head ? CellAlignment.Centre : CellAlignment.Start, Strong: head)]);

    private static string Answer(bool yes) => yes ? "是" : "否";

    private static TableCell Head(string title) => new(title, Strong: true);

    /// <summary>China Standard Time.</summary>
    private static string Minute(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
