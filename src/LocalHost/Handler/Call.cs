namespace Lianxin.LocalHost.Handler;

/// <summary>One call of a timer or queue function.</summary>
/// <param name="At">Machine time of the call.</param>
/// <param name="RandomMark">The <c>sys.RandGuid</c> of the envelope.</param>
internal sealed record Call(string Function, DateTimeOffset At, Guid RandomMark)
{
    public static Call New(string function, DateTimeOffset at) => new(function, at, Guid.NewGuid());
}
