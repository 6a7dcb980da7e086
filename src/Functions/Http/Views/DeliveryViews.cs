using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Core.Notices;

namespace Lianxin.Functions.Http.Views;

/// <summary>One notice's way to its person. Instants are machine time; addresses are never told.</summary>
/// <param name="Day">Business date of the notice.</param>
/// <param name="Lines">How many things it tells.</param>
public sealed record DeliveryView(
    string Id,
    DateOnly Day,
    string Person,
    string Name,
    string Office,
    string Channel,
    string State,
    string Title,
    int Lines,
    int Tries,
    string? Reason,
    DateTimeOffset? NextTryAt,
    DateTimeOffset MadeAt,
    DateTimeOffset? SentAt)
{
    public static DeliveryView Of(NoticeDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return new DeliveryView(
            delivery.Id,
            delivery.Day,
            delivery.Person,
            delivery.Name,
            delivery.Office,
            NoticeWords.NameOf(delivery.Channel),
            Names.Of(delivery.State),
            delivery.Title,
            delivery.Lines,
            delivery.Tries,
            delivery.Reason.Length > 0 ? delivery.Reason : null,
            China(delivery.NextTryAt),
            ChinaTime.At(delivery.MadeAt),
            China(delivery.SentAt));
    }

    private static DateTimeOffset? China(DateTimeOffset? instant) => instant is { } known ? ChinaTime.At(known) : null;
}

/// <summary><c>GET /api/deliveries</c>.</summary>
public sealed record DeliveryListView(IReadOnlyList<DeliveryView> Items, string? Continuation);
