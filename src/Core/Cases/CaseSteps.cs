using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;

namespace Lianxin.Core.Cases;

/// <summary>A resolution as it came in.</summary>
/// <param name="Outcome"><c>done</c> (the default), <c>cannot-be-done</c> or <c>passed-on</c>.</param>
/// <param name="Answer">答复意见, public.</param>
/// <param name="PassedTo">To whom, where it is passed on.</param>
public sealed record ResolutionInput(string? Outcome, string? Answer, string? PassedTo);

/// <summary>The steps of a case that staff take: 办理 and 答复 by a clerk of its office. 销号 is in <see cref="CaseClosings"/>.</summary>
public static class CaseSteps
{
    public const int AnswerCharacters = 2_000;
    public const int NoteCharacters = 2_000;
    public const int ReasonCharacters = 1_000;
    private const int PassedToCharacters = 100;

    /// <summary>Notes of one case; more would be a diary.</summary>
    private const int MostNotes = 200;

    public static Decision<LianxinCase> Progress(LianxinCase present, string? text, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(context);
        if (Worker(present, context) is { } refused)
        {
            return refused;
        }

        if (present.Status is not (CaseStatus.Registered or CaseStatus.InProgress))
        {
            return Illegal("只有已登记或办理中的事项可以填写进展。");
        }

        var note = (text ?? "").Trim();
        if (note.Length is 0 or > NoteCharacters)
        {
            return Refusal.Field("text", note.Length == 0 ? "请写明进展。" : $"进展不能超过{NoteCharacters}字。");
        }

        if (present.Notes.Count >= MostNotes)
        {
            return Illegal($"一件事项最多填写{MostNotes}条进展。");
        }

        return PublicWords.Refuse(("text", note)) is { } personal
            ? personal
            : Step(
                present with
                {
                    Status = CaseStatus.InProgress,
                    Notes = [.. present.Notes, new CaseNote(context.Now.ToUniversalTime(), context.By.Account, context.By.Name, note)],
                },
                present.Status, "progress", note, context);
    }

    public static Decision<LianxinCase> Resolve(LianxinCase present, ResolutionInput input, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        if (Worker(present, context) is { } refused)
        {
            return refused;
        }

        if (present.Status is not (CaseStatus.Registered or CaseStatus.InProgress))
        {
            return Illegal("这件事项已经答复或者销号。");
        }

        var errors = new FieldErrors();
        var answer = (input.Answer ?? "").Trim();
        var passedTo = string.IsNullOrWhiteSpace(input.PassedTo) ? null : input.PassedTo.Trim();
        if (!Names.TryRead<CaseOutcome>(input.Outcome ?? "done", out var outcome))
        {
            errors.Add("outcome", "请选择结果：已办结（done）、不能办理（cannot-be-done）或已转交（passed-on）。");
        }

        if (answer.Length is 0 or > AnswerCharacters)
        {
            errors.Add("answer", answer.Length == 0 ? "请写明答复意见。" : $"答复意见不能超过{AnswerCharacters}字。");
        }

        if (outcome == CaseOutcome.PassedOn && passedTo is null)
        {
            errors.Add("passedTo", "请写明转交给谁。");
        }
        else if (passedTo is { Length: > PassedToCharacters })
        {
            errors.Add("passedTo", $"转交单位不能超过{PassedToCharacters}字。");
        }

        if ((errors.Refusal ?? PublicWords.Refuse(("answer", answer), ("passedTo", passedTo))) is { } wrong)
        {
            return wrong;
        }

        var resolution = new CaseResolution(
            outcome, answer, outcome == CaseOutcome.PassedOn ? passedTo : null, context.By.Account, context.By.Name, context.Now.ToUniversalTime());
        var after = present with
        {
            Status = CaseStatus.Resolved,
            Resolution = resolution,
            FirstDoneOn = outcome == CaseOutcome.Done ? present.FirstDoneOn ?? context.Today : present.FirstDoneOn,
        };
        return Step(after, present.Status, "resolved", answer, context, ("outcome", Names.Of(outcome)), ("passedTo", resolution.PassedTo));
    }

    internal static Refusal Illegal(string detail) => new(RefusalKind.IllegalStep, "illegal-step", detail);

    internal static LianxinCase Step(
        LianxinCase after, CaseStatus from, string kind, string reason, CommandContext context, params ReadOnlySpan<(string Name, string? Value)> details)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in details)
        {
            if (value is not null)
            {
                told[name] = value;
            }
        }

        return after with
        {
            Steps = StepChain.Append(
                after.Id, after.Steps, kind, context.By, context.Now, context.RecordedAt, Names.Of(from), Names.Of(after.Status), reason, told),
        };
    }

    private static Refusal? Worker(LianxinCase present, CommandContext context) =>
        context.By.Role != Role.Clerk ? new Refusal(RefusalKind.Forbidden, "wrong-role", "办理和答复由承办站所的经办人填写。")
        : !string.Equals(context.By.Office, present.Office, StringComparison.Ordinal) ? new Refusal(RefusalKind.Forbidden, "not-own-office", "经办人只能办理本站所的事项。")
        : null;
}
