using System.Globalization;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Storage.Tests.Samples;

/// <summary>Items and commits as the rules would make them; the storage room does not judge them.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 30, 12, 0, 0, TimeSpan.FromHours(8));
    private static int _agencies;
    private static int _items;

    /// <summary>An agency of its own per test keeps the tests of a class apart.</summary>
    public static string Agency() => string.Create(CultureInfo.InvariantCulture, $"town{Interlocked.Increment(ref _agencies)}");

    public static Item Item(string agency, int year = 2026, string office = "党政办", ItemStatus status = ItemStatus.Submitted)
    {
        int number = Interlocked.Increment(ref _items);
        return new Item
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{agency}-{year}-{number:D6}x"),
            Agency = agency,
            Year = year,
            IndexNumber = string.Create(CultureInfo.InvariantCulture, $"LG000/{year}-{number:D5}"),
            Entry = "11-01",
            Category = "11",
            StatisticClass = "财政类",
            CatalogueVersion = "1",
            Regime = Regime.Village,
            Office = office,
            Content = new ItemContent
            {
                Title = string.Create(CultureInfo.InvariantCulture, $"惠农补贴发放情况第{number}号"),
                Body = "“按户”公示：张湾村𠮷某等 3 户。",
                FormedOn = new DateOnly(year, 3, 28),
                Period = string.Create(CultureInfo.InvariantCulture, $"{year}-Q1"),
                Elements = new Dictionary<string, string>(StringComparer.Ordinal) { ["amount"] = "1200.00" },
                Attachments = [new Attachment("名单.pdf", "application/pdf", 1234, new string('a', 64))],
            },
            Version = 1,
            Status = status,
            Musts = [Must.Interest],
            Responsibility = new Responsibility("甲", "乙", "丙"),
            ApprovalPath = ApprovalPath.Group,
            Audience = Audience.PartyFirst,
            Channels = ["portal"],
            Deadlines = [new Deadline("publish", new DateOnly(year, 4, 20), "季度终了后20日内")],
            SubmittedBy = "clerk1",
            SubmittedAt = Noon,
            EventCount = 1,
            LastEventHash = "h1",
        };
    }

    public static Item Published(this Item item, DateTimeOffset at) => item with
    {
        Status = ItemStatus.Published,
        PublishOn = null,
        Releases = [.. item.Releases, new Release(item.Version, item.Content, at, item.Audience, item.DueOn)],
    };

    public static RegisterCommit Create(Item item, params OutboxMessage[] messages) =>
        new(null, item, [Event(item, null, "submitted")], messages);

    public static RegisterCommit Step(StoredItem before, Func<Item, Item> change, params OutboxMessage[] messages)
    {
        Item after = change(before.Item) with { EventCount = before.Item.EventCount + 1 };
        after = after with { LastEventHash = string.Create(CultureInfo.InvariantCulture, $"h{after.EventCount}") };
        return new RegisterCommit(before, after, [Event(after, before.Item.Status, "changed")], messages);
    }

    public static OutboxMessage Message(Item item, string kind = "publish-item") => new("publication", kind, item.Id, item.Version);

    public static ItemQuery Query(string agency, int top = 50) => new(agency, null, null, null, null, null, null, top, null);

    public static async Task<StoredItem> PutAsync(this IRegister register, RegisterCommit commit)
    {
        CommitOutcome outcome = await register.CommitAsync(commit, TestContext.Current.CancellationToken);
        return outcome.ShouldBeOfType<CommitOutcome.Committed>().Stored;
    }

    /// <summary>Everything an item says, as text: records do not compare their lists by content.</summary>
    public static string Text(Item item) => System.Text.Json.JsonSerializer.Serialize(item, Json.Plain.Item);

    private static ItemEvent Event(Item item, ItemStatus? from, string kind) => new(
        item.Id,
        item.EventCount,
        kind,
        Noon,
        Noon,
        "clerk1",
        "经办员",
        "clerk",
        from,
        item.Status,
        "",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["entry"] = item.Entry },
        item.EventCount == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"h{item.EventCount - 1}"),
        item.LastEventHash);
}
