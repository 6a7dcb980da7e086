using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;

namespace Lianxin.Storage.Keys;

/// <summary>
/// Every key of table <c>register</c>. Parts are of fixed width or end at a <c>-</c> that they cannot hold themselves, dates and numbers
/// sort as text, and a kind of row is a range of its own.
/// </summary>
internal static class RegisterKeys
{
    public static string Partition(string agency, int year) =>
        ItemId.IsAgency(agency) && year is > 0 and < 10_000
            ? string.Create(CultureInfo.InvariantCulture, $"{agency}-{year:D4}")
            : throw new ArgumentException($"'{agency}' and {year} make no register partition.");

    public static string Item(string id) => "item-" + id;

    public static string Event(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"event-{id}-{number:D6}");

    public static string Due(DateOnly day, string id) => $"due-{Day(day)}-{id}";

    public static string Publication(DateOnly day, string id) => $"pub-{Day(day)}-{id}";

    public static string Desk(string office, ItemStatus status, string id) => $"desk-{KeyText.Escape(office)}-{Status(status)}-{id}";

    public static string Quarter(Period quarter, string id) => $"quarter-{quarter}-{id}";

    public static string End(DateOnly day, string id) => $"end-{Day(day)}-{id}";

    public static string Outbox(string ulid) => "outbox-" + ulid;

    public static string Receipt(string keyHash) => "idem-" + keyHash;

    public static KeyRange Events(string id) => KeyRange.Of($"event-{id}-");

    /// <summary>Of ids such as <c>a-2026-x</c> and <c>a-2026-x-1</c> the first one's range holds the second one's events; their keys are longer.</summary>
    public static bool IsEventOf(string key, string id) => key.Length == "event-".Length + id.Length + 7;

    public static KeyRange DueUntil(DateOnly day) => new("due-", KeyRange.Next($"due-{Day(day)}-"));

    public static KeyRange Quarter(Period quarter) => KeyRange.Of($"quarter-{quarter}-");

    public static KeyRange EndedUntil(DateOnly day) => new("end-", KeyRange.Next($"end-{Day(day)}-"));

    public static KeyRange Publications(DateOnly from, DateOnly to) => new($"pub-{Day(from)}-", KeyRange.Next($"pub-{Day(to)}-"));

    public static KeyRange OutboxBefore(DateTimeOffset instant) => new("outbox-", Outbox(Ulid.FirstOf(instant)));

    /// <summary>The narrowest range: an office's list in one status, an office's, or all lists.</summary>
    public static string DeskPrefix(string? office, ItemStatus? status) => (office, status) switch
    {
        (null, _) => "desk-",
        (_, null) => $"desk-{KeyText.Escape(office)}-",
        _ => $"desk-{KeyText.Escape(office)}-{Status(status.Value)}-",
    };

    public static DateTimeOffset WrittenAt(string outboxKey) => Ulid.TimeOf(outboxKey["outbox-".Length..]);

    public static string ItemOfDue(string key) => key["due-yyyy-MM-dd-".Length..];

    public static string ItemOfEnd(string key) => key["end-yyyy-MM-dd-".Length..];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Without a hyphen: the range of "published" must not hold "published-to-party".
#pragma warning disable CA1308 // Lower case is how keys are spelled here, nothing is compared by it.
    private static string Status(ItemStatus status) => status.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
