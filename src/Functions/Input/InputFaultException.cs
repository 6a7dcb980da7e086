namespace Lianxin.Functions.Input;

/// <summary>Ends the reading of a body from deep inside; becomes a value in <see cref="PostedInput.ReadAsync"/> and goes no further.</summary>
internal sealed class InputFaultException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem { get; } = problem;

    public static InputFaultException Encoding(string place) =>
        new(Problem.BadInput(ProblemCodes.InvalidEncoding, $"{place}不是 UTF-8 编码。请以 UTF-8 提交。"));

    public static InputFaultException Form(string reason) => new(Problem.BadInput(ProblemCodes.MalformedForm, reason));

    public static InputFaultException TooLarge(string what) => new(Problem.TooLarge($"{what}超过允许的大小。"));
}
