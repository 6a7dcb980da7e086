using Lianxin.Core.Audit;

namespace Lianxin.Functions.Http.Views;

/// <summary>登记簿锚点.</summary>
/// <param name="ShortForm">As it is printed on sheets and reports.</param>
public sealed record AnchorView(
    DateOnly Day, DateOnly? Since, DateTimeOffset MadeAt, int Number, int Heads, string Root, string Previous, string Hash, string ShortForm)
{
    public static AnchorView Of(DailyAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return new AnchorView(anchor.Day, anchor.Since, anchor.MadeAt, anchor.Number, anchor.Heads, anchor.Root, anchor.Previous, anchor.Hash, Anchors.Printed(anchor));
    }
}

/// <param name="Continuation">The day to give as <c>before</c> for the next page; null at the end.</param>
public sealed record AnchorListView(IReadOnlyList<AnchorView> Items, string? Continuation);
