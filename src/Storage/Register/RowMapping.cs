using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>
/// Index, outbox and receipt rows to table rows and back. Days and instants are text in ISO 8601, so that an instant keeps its offset.
/// </summary>
internal static class RowMapping
{
    public static TableEntity ToEntity(string partition, IndexRow index)
    {
        var row = new TableEntity(partition, index.Key);
        if (index.Desk is { } desk)
        {
            row["Id"] = desk.Id;
            row["IndexNumber"] = desk.IndexNumber;
            row["Title"] = desk.Title;
            row["Entry"] = desk.Entry;
            row["Category"] = desk.Category;
            row["Office"] = desk.Office;
            row["Status"] = desk.Status.ToString();
            row["Period"] = desk.Period;
            row["PublishedAt"] = Text(desk.PublishedAt);
            row["DueOn"] = Text(desk.DueOn);
            row["FormedOn"] = Text(desk.FormedOn);
            row["Audience"] = desk.Audience.ToString();
        }

        if (index.Publication is { } publication)
        {
            row["Id"] = publication.Id;
            row["IndexNumber"] = publication.IndexNumber;
            row["Title"] = publication.Title;
            row["Entry"] = publication.Entry;
            row["Category"] = publication.Category;
            row["StatisticClass"] = publication.StatisticClass;
            row["Office"] = publication.Office;
            row["Audience"] = publication.Audience;
            row["Regime"] = publication.Regime;
            row["PublishedOn"] = Text(publication.PublishedOn);
            row["PublishedAt"] = Text(publication.PublishedAt);
            row["FormedOn"] = Text(publication.FormedOn);
            row["DueOn"] = Text(publication.DueOn);
            row["Version"] = publication.Version;
            row["Status"] = publication.Status.ToString();
            row["Elements"] = publication.Elements;
            row["Village"] = publication.Village;
            row["PrivacyException"] = publication.PrivacyException;
        }

        if (index.Quarter is { } quarter)
        {
            row["Id"] = quarter.Id;
            row["Title"] = quarter.Title;
            row["Entry"] = quarter.Entry;
            row["Office"] = quarter.Office;
            row["Village"] = quarter.Village;
            row["Period"] = quarter.Period;
            row["Status"] = quarter.Status.ToString();
            row["FormedOn"] = Text(quarter.FormedOn);
            row["DueOn"] = Text(quarter.DueOn);
            row["OutAt"] = Text(quarter.OutAt);
            row["PublishOn"] = Text(quarter.PublishOn);
            row["NilReturn"] = quarter.NilReturn;
            row["Audience"] = quarter.Audience.ToString();
            row["Version"] = quarter.Version;
        }

        return row;
    }

    public static QuarterRow ToQuarterRow(TableEntity row) => new(
        TableAccess.Text(row, "Id"),
        TableAccess.Text(row, "Title"),
        TableAccess.Text(row, "Entry"),
        TableAccess.Text(row, "Office"),
        row.GetString("Village"),
        row.GetString("Period"),
        Enum.Parse<ItemStatus>(TableAccess.Text(row, "Status")),
        Day(TableAccess.Text(row, "FormedOn")),
        row.GetString("DueOn") is { } due ? Day(due) : null,
        row.GetString("OutAt") is { } at ? Instant(at) : null,
        row.GetString("PublishOn") is { } on ? Day(on) : null,
        row.GetBoolean("NilReturn") == true,
        Enum.Parse<Audience>(TableAccess.Text(row, "Audience")),
        row.GetInt32("Version") ?? 1);

    public static ItemRow ToItemRow(TableEntity row) => new(
        TableAccess.Text(row, "Id"),
        TableAccess.Text(row, "IndexNumber"),
        TableAccess.Text(row, "Title"),
        TableAccess.Text(row, "Entry"),
        TableAccess.Text(row, "Category"),
        TableAccess.Text(row, "Office"),
        Enum.Parse<ItemStatus>(TableAccess.Text(row, "Status")),
        row.GetString("Period"),
        row.GetString("PublishedAt") is { } at ? Instant(at) : null,
        row.GetString("DueOn") is { } due ? Day(due) : null,
        Day(TableAccess.Text(row, "FormedOn")),
        Enum.Parse<Audience>(TableAccess.Text(row, "Audience")));

    public static PublicationRow ToPublication(TableEntity row) => new(
        TableAccess.Text(row, "Id"),
        TableAccess.Text(row, "IndexNumber"),
        TableAccess.Text(row, "Title"),
        TableAccess.Text(row, "Entry"),
        TableAccess.Text(row, "Category"),
        TableAccess.Text(row, "StatisticClass"),
        TableAccess.Text(row, "Office"),
        TableAccess.Text(row, "Audience"),
        TableAccess.Text(row, "Regime"),
        Day(TableAccess.Text(row, "PublishedOn")),
        Instant(TableAccess.Text(row, "PublishedAt")),
        Day(TableAccess.Text(row, "FormedOn")),
        row.GetString("DueOn") is { } due ? Day(due) : null,
        row.GetInt32("Version") ?? 0,
        Enum.Parse<ItemStatus>(TableAccess.Text(row, "Status")),
        row.GetString("Elements"),
        row.GetString("Village"),
        row.GetString("PrivacyException"));

    public static TableEntity ToEntity(OutboxKey key, OutboxMessage message) => new(key.Partition, key.Row)
    {
        ["Queue"] = message.Queue,
        ["Kind"] = message.Kind,
        ["Subject"] = message.Subject,
        ["SubjectVersion"] = message.Version,
    };

    public static OutboxRow ToOutbox(TableEntity row) => new(
        new OutboxKey(row.PartitionKey, row.RowKey),
        new OutboxMessage(
            TableAccess.Text(row, "Queue"),
            TableAccess.Text(row, "Kind"),
            TableAccess.Text(row, "Subject"),
            row.GetInt32("SubjectVersion") ?? 0),
        RegisterKeys.WrittenAt(row.RowKey));

    public static TableEntity ToEntity(string partition, CommandReceipt receipt) => new(partition, RegisterKeys.Receipt(receipt.KeyHash))
    {
        ["KeyHash"] = receipt.KeyHash,
        ["BodyHash"] = receipt.BodyHash,
        ["ItemId"] = receipt.ItemId,
        ["At"] = Text(receipt.At),
    };

    public static CommandReceipt ToReceipt(TableEntity row) => new(
        TableAccess.Text(row, "KeyHash"),
        TableAccess.Text(row, "BodyHash"),
        TableAccess.Text(row, "ItemId"),
        Instant(TableAccess.Text(row, "At")));

    private static string? Text(DateOnly? day) => day is { } present ? RegisterKeys.Day(present) : null;

    private static string? Text(DateTimeOffset? instant) => instant?.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
