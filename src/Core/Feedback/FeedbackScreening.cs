using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;

namespace Lianxin.Core.Feedback;

/// <summary>A screening as it came in (api.md).</summary>
/// <param name="Decision"><c>register</c>, <c>answer</c>, <c>merge</c> or <c>decline</c>.</param>
/// <param name="Reply">The answer, the reason of a refusal, or the plan of what is registered.</param>
/// <param name="Into">Id of the piece, or of its case, that this one joins.</param>
/// <param name="Request">诉求 in public words; made of kind and title when left out.</param>
/// <param name="Difficulty"><c>simple</c> (5 working days) or <c>hard</c> (15, the default); an explicit <see cref="DueOn"/> wins.</param>
public sealed record ScreeningInput(
    string? Decision,
    string? Reply,
    string? Office,
    DateOnly? DueOn,
    string? Into,
    string? Group = null,
    string? Request = null,
    string? Plan = null,
    string? Difficulty = null);

/// <summary>A screened piece and the message that opens its case.</summary>
public sealed record FeedbackChange(FeedbackPiece After, IReadOnlyList<OutboxMessage> Messages);

/// <summary>梳理筛选 (S13): what can be done goes on the 连心 register, the rest is answered, merged or declined with its reason.</summary>
public static class FeedbackScreening
{
    public const string OpenCase = "open-case";
    private const int ReplyCharacters = 2_000;
    private const int RequestCharacters = 200;
    private const int PlanCharacters = 1_000;
    private const int LongestDueDays = 366;

    /// <param name="target">The piece that <see cref="ScreeningInput.Into"/> names; null when there is none.</param>
    public static Decision<FeedbackChange> Screen(FeedbackPiece piece, ScreeningInput input, FeedbackPiece? target, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        if (context.By.Role != Role.Reviewer)
        {
            return new Refusal(RefusalKind.Forbidden, "wrong-role", "只有审核人可以梳理筛选。");
        }

        if (piece.State != FeedbackState.Received)
        {
            return new Refusal(RefusalKind.IllegalStep, "illegal-step", "这条反馈已经梳理过。");
        }

        if ((input.Reply?.Length ?? 0) > ReplyCharacters)
        {
            return Refusal.Field("reply", $"答复不能超过{ReplyCharacters}字。");
        }

        var screened = new Screened(context.By.Account, context.By.Name, context.Now, context.RecordedAt, Blank(input.Reply));
        return input.Decision switch
        {
            "register" => Register(piece, input, screened, context),
            "answer" => screened.Reply is null
                ? Refusal.Field("reply", "请写明答复内容。")
                : Done(piece, FeedbackState.Answered, screened, context, screened.Reply),
            "decline" => screened.Reply is null
                ? Refusal.Field("reply", "不予办理的，请写明理由。")
                : Done(piece, FeedbackState.Declined, screened, context, screened.Reply),
            "merge" => Merge(piece, input, screened, target, context),
            _ => Refusal.Field("decision", "请选择处理方式：登记办理（register）、直接答复（answer）、合并（merge）或不予办理（decline）。"),
        };
    }

    /// <summary>The id of the case that a piece becomes: the same every time, so that it can only be opened once.</summary>
    public static string CaseIdOf(string feedbackId)
    {
        var id = LedgerId.TryParse(feedbackId) ?? throw new ArgumentException($"'{feedbackId}' is no id.", nameof(feedbackId));
        return (id with { Unique = CasePrefix + id.Unique }).ToString();
    }

    /// <summary>The other way round; null for what is no case's id.</summary>
    public static string? FeedbackIdOf(string? caseId) =>
        LedgerId.TryParse(caseId) is { } id && id.Unique.StartsWith(CasePrefix, StringComparison.Ordinal) && id.Unique.Length > CasePrefix.Length
            ? (id with { Unique = id.Unique[CasePrefix.Length..] }).ToString()
            : null;

    private const string CasePrefix = "lx_";

    private static Decision<FeedbackChange> Register(FeedbackPiece piece, ScreeningInput input, Screened screened, CommandContext context)
    {
        var errors = new FieldErrors();
        var office = Blank(input.Office) ?? piece.Office;
        var plan = Blank(input.Plan) ?? screened.Reply ?? "";
        var request = Blank(input.Request) ?? DefaultRequest(piece);
        if (context.Catalogue.Office(office) is null)
        {
            errors.Add("office", "没有这个站所。");
        }

        if (Blank(input.Group) is { } group && context.Catalogue.Group(group) is null)
        {
            errors.Add("group", "没有这个社。");
        }

        if (request.Length > RequestCharacters)
        {
            errors.Add("request", $"诉求概述不能超过{RequestCharacters}字。");
        }

        if (plan.Length > PlanCharacters)
        {
            errors.Add("plan", $"解决方案不能超过{PlanCharacters}字。");
        }

        if (input.DueOn is { } day && (day < context.Today || day > context.Today.AddDays(LongestDueDays)))
        {
            errors.Add("dueOn", "办理期限应在今天之后一年以内。");
        }

        if (input.Difficulty is not (null or FeedbackClocks.Simple or FeedbackClocks.Hard))
        {
            errors.Add("difficulty", "难易程度应为简单（simple）或复杂（hard）。");
        }

        if ((errors.Refusal ?? PublicWords.Refuse(("request", request), ("plan", plan))) is { } refused)
        {
            return refused;
        }

        screened = screened with
        {
            Office = office,
            Group = Blank(input.Group),
            Request = request,
            Plan = plan,
            Due = DueOf(piece, input, context),
            CaseId = CaseIdOf(piece.Id),
        };
        return Done(
            piece with { Office = office }, FeedbackState.Registered, screened, context, plan.Length > 0 ? plan : request,
            [new OutboxMessage("work", OpenCase, piece.Id, 1)]);
    }

    private static Deadline DueOf(FeedbackPiece piece, ScreeningInput input, CommandContext context)
    {
        var legal = FeedbackClocks.Of(input.Difficulty ?? FeedbackClocks.Hard, piece.ReceivedOn, "收到之日", context.Calendar);
        return input.DueOn is { } day
            ? new Deadline("set", day, $"梳理时由审核人定为{Day(day)}。" + (day > legal.DueOn ? $"已超过一般时限{Day(legal.DueOn)}。" : "") + $"一般时限：{legal.Because}", legal.Provisional)
            : legal;
    }

    private static Decision<FeedbackChange> Merge(FeedbackPiece piece, ScreeningInput input, Screened screened, FeedbackPiece? target, CommandContext context)
    {
        if (Blank(input.Into) is null || target is null || !string.Equals(target.Agency, piece.Agency, StringComparison.Ordinal))
        {
            return Refusal.Field("into", "请填写要并入的反馈或者办理事项的编号，且它必须存在。");
        }

        if (target.State == FeedbackState.Merged)
        {
            return Refusal.Field("into", $"那一条已经并入{target.Screening?.Into}，请直接并入后者。");
        }

        // Only into an earlier one: then no two can be merged with each other, whoever is faster.
        return (target.ReceivedAt, target.Id).CompareTo((piece.ReceivedAt, piece.Id)) >= 0
            ? Refusal.Field("into", "只能把后收到的并入先收到的。")
            : Done(piece, FeedbackState.Merged, screened with { Into = target.Id }, context, $"并入{target.Id}");
    }

    private static FeedbackChange Done(
        FeedbackPiece piece, FeedbackState state, Screened screened, CommandContext context, string reason, IReadOnlyList<OutboxMessage>? messages = null)
    {
        var after = piece with { State = state, Screening = screened };
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        void Tell(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                details[name] = value;
            }
        }

        Tell("office", screened.Office);
        Tell("case", screened.CaseId);
        Tell("into", screened.Into);
        Tell("dueOn", screened.Due is { } due ? due.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
        var steps = StepChain.Append(
            piece.Id, piece.Steps, "screened", context.By, context.Now, context.RecordedAt, Names.Of(piece.State), Names.Of(state), reason, details);
        return new FeedbackChange(after with { Steps = steps }, messages ?? []);
    }

    private static string DefaultRequest(FeedbackPiece piece)
    {
        var kind = piece.Kind switch { FeedbackKind.Complaint => "投诉", FeedbackKind.Error => "纠错", _ => "意见建议" };
        var title = piece.ItemTitle is { Length: > 120 } long120 ? string.Concat(long120.AsSpan(0, char.IsHighSurrogate(long120[119]) ? 119 : 120), "……") : piece.ItemTitle;
        return title is null ? $"群众{kind}一件" : $"关于“{title}”的{kind}";
    }

    private static string Day(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
