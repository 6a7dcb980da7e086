using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.UseCases.Learning;

/// <summary>
/// A person's exercise 练习, as it really went. It is no item: it lies in a document of its own, so that nothing that reads the register can
/// publish, count, remind of or hand it over.
/// </summary>
/// <param name="Entry">Code of the entry that was chosen.</param>
/// <param name="MetStop">A submission was stopped for a number of a person.</param>
public sealed record Exercise(string? Entry = null, bool MetStop = false, ExerciseSubmission? Submitted = null)
{
    /// <summary>The steps, each with whether it happened.</summary>
    public IReadOnlyList<ExerciseStep> Steps =>
    [
        new("选择公开事项", Entry is not null),
        new("填写并提交", MetStop || Submitted is not null),
        new("遇到个人信息的拦截", MetStop),
        new("改正", MetStop && Submitted is not null),
        new("提交成功，看办到哪一步、审核人接着做什么", Submitted is not null),
    ];
}

public sealed record ExerciseStep(string Title, bool Done);

/// <summary>What the rules made of an accepted exercise.</summary>
/// <param name="At">Business instant.</param>
public sealed record ExerciseSubmission(string Title, DateTimeOffset At, ApprovalPath Approval, IReadOnlyList<Deadline> Deadlines);
