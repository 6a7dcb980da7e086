namespace Lianxin.Core.Calendar;

/// <summary>
/// Days that do not count, both ends included: from the sending of a consultation letter to the receipt of the opinion
/// (条例 Art. 33(3)).
/// </summary>
/// <param name="Reason">Why the clock stood still, in Chinese, for the derivation.</param>
public sealed record Pause(DateOnly From, DateOnly To, string Reason = "征求意见")
{
    public bool Covers(DateOnly day) => day >= From && day <= To;
}
