using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Core.Exports;

namespace Lianxin.Backup;

/// <summary>Table rows to exported rows and back, value by value with its kind.</summary>
internal static class RowMapping
{
    private static readonly HashSet<string> OfTheService = new(["PartitionKey", "RowKey", "Timestamp", "odata.etag"], StringComparer.Ordinal);

    public static ExportedRow Of(TableEntity row) => new(
        row.PartitionKey,
        row.RowKey,
        row.Where(v => !OfTheService.Contains(v.Key) && v.Value is not null)
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .ToDictionary(v => v.Key, v => Of(v.Value), StringComparer.Ordinal));

    public static TableEntity Of(ExportedRow row)
    {
        var entity = new TableEntity(row.Partition, row.Row);
        foreach (var (name, value) in row.Values)
        {
            entity[name] = Of(value);
        }

        return entity;
    }

    private static ExportedValue Of(object value) => value switch
    {
        string text => new("s", text),
        int number => new("i", number.ToString(CultureInfo.InvariantCulture)),
        long number => new("l", number.ToString(CultureInfo.InvariantCulture)),
        double number => new("d", number.ToString("R", CultureInfo.InvariantCulture)),
        bool yes => new("b", yes ? "true" : "false"),
        DateTimeOffset instant => new("t", instant.ToString("O", CultureInfo.InvariantCulture)),
        DateTime instant => new("t", new DateTimeOffset(instant.ToUniversalTime()).ToString("O", CultureInfo.InvariantCulture)),
        Guid id => new("g", id.ToString("D", CultureInfo.InvariantCulture)),
        byte[] bytes => new("x", Convert.ToBase64String(bytes)),
        BinaryData bytes => new("x", Convert.ToBase64String(bytes.ToMemory().Span)),
        _ => throw new InvalidOperationException($"A table value of kind {value.GetType().Name} cannot be exported."),
    };

    private static object Of(ExportedValue value) => value.Kind switch
    {
        "s" => value.Text,
        "i" => int.Parse(value.Text, CultureInfo.InvariantCulture),
        "l" => long.Parse(value.Text, CultureInfo.InvariantCulture),
        "d" => double.Parse(value.Text, CultureInfo.InvariantCulture),
        "b" => value.Text == "true",
        "t" => DateTimeOffset.ParseExact(value.Text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "g" => Guid.ParseExact(value.Text, "D"),
        "x" => Convert.FromBase64String(value.Text),
        _ => throw new FormatException($"Unknown kind of value '{value.Kind}'."),
    };
}
