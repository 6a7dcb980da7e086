namespace Lianxin.Functions.UseCases;

/// <summary>A message speaks of something that is not there: no retry will mend it, and somebody has to look.</summary>
public sealed class MissingSubjectException : InvalidOperationException
{
    public MissingSubjectException()
    {
    }

    public MissingSubjectException(string message)
        : base(message)
    {
    }

    public MissingSubjectException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
