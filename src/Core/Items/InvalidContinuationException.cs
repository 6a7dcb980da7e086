namespace Lianxin.Core.Items;

/// <summary>A continuation came back that was never given out for this query: bad input (400), not a fault of storage.</summary>
public sealed class InvalidContinuationException : FormatException
{
    public InvalidContinuationException()
    {
    }

    public InvalidContinuationException(string message)
        : base(message)
    {
    }

    public InvalidContinuationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
