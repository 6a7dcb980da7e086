using Lianxin.Functions.UseCases.Learning;

namespace Lianxin.Functions.Http.Views;

public sealed record LearningStepView(string Title, bool Done);

/// <summary><c>POST /api/learning</c>: how the exercise stands.</summary>
public sealed record LearningView(string? Entry, IReadOnlyList<LearningStepView> Steps)
{
    public static LearningView Of(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        return new LearningView(exercise.Entry, [.. exercise.Steps.Select(s => new LearningStepView(s.Title, s.Done))]);
    }
}
