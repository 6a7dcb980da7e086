using System.Text;
using Azure.Data.Tables;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Tables;

/// <summary>A transaction or row that the service would refuse. A fault of this program: limits of input are checked at the edge.</summary>
public sealed class TransactionRefusedException : InvalidOperationException
{
    public TransactionRefusedException()
    {
    }

    public TransactionRefusedException(string message)
        : base(message)
    {
    }

    public TransactionRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>
/// The limits of Table Storage, checked before sending, because the emulator lets pass what Azure refuses. Source: "Understanding the
/// Table service data model", "Performing entity group transactions" and the scalability targets on learn.microsoft.com.
/// </summary>
internal static class TransactionGuard
{
    public const int MaxActions = 100;
    public const int MaxBody = 4 * 1024 * 1024;
    public const int MaxRow = 1024 * 1024;
    public const int MaxProperty = 64 * 1024;

    /// <summary>255 less the three that every row has.</summary>
    public const int MaxProperties = 252;

    // Head and foot of one operation in a multipart body, rounded up.
    private const int OverheadOfAction = 1024;

    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        Require(actions.Count > 0, "A transaction without actions.");
        Require(actions.Count <= MaxActions, $"{actions.Count} actions, at most {MaxActions} are allowed.");
        string partition = actions[0].Entity.PartitionKey;
        var keys = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        long body = 0;
        foreach (TableTransactionAction action in actions)
        {
            Require(action.Entity.PartitionKey == partition, "A transaction over two partitions.");
            Require(keys.Add(action.Entity.RowKey), $"Row {action.Entity.RowKey} twice in one transaction.");
            body += OverheadOfAction + CheckRow((TableEntity)action.Entity);
        }

        Require(body <= MaxBody, $"A body of about {body} bytes, at most {MaxBody} are allowed.");
    }

    /// <summary>Answers the row's size on the wire, never too small.</summary>
    public static long CheckRow(TableEntity row)
    {
        Require(KeyText.IsKey(row.PartitionKey ?? ""), $"'{row.PartitionKey}' is no partition key.");
        Require(KeyText.IsKey(row.RowKey ?? ""), $"'{row.RowKey}' is no row key.");
        long stored = 4 + (2L * (row.PartitionKey!.Length + row.RowKey!.Length));
        long wire = row.PartitionKey.Length + row.RowKey.Length;
        int count = 0;
        foreach ((string name, object? value) in row)
        {
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")
            {
                continue;
            }

            count++;
            Require(IsName(name), $"'{name}' is no property name.");
            int bytes = StoredBytes(name, value);
            Require(bytes <= MaxProperty, $"Property {name} has {bytes} bytes, at most {MaxProperty} are allowed.");
            stored += 8 + (2L * name.Length) + bytes;
            wire += name.Length + 64 + (value is string text ? WireBytes(text) : 2L * bytes);
        }

        Require(count <= MaxProperties, $"{count} properties, at most {MaxProperties} are allowed.");
        Require(stored <= MaxRow, $"A row of {stored} bytes, at most {MaxRow} are allowed.");
        return wire;
    }

    private static int StoredBytes(string name, object value) => value switch
    {
        string text => 4 + Encoding.Unicode.GetByteCount(text),
        byte[] bytes => 4 + bytes.Length,
        int or bool => 4,
        long or double or DateTimeOffset => 8,
        Guid => 16,
        _ => throw new TransactionRefusedException($"Property {name} is of type {value.GetType()}, which a table cannot hold."),
    };

    // The SDK escapes everything but plain ASCII as \uXXXX.
    private static long WireBytes(string text)
    {
        long bytes = 0;
        foreach (char c in text)
        {
            bytes += char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or ':' or '-' or '_' or '{' or '}' or '[' or ']' ? 1 : 6;
        }

        return bytes;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 255 && (char.IsAsciiLetter(name[0]) || name[0] == '_') &&
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new TransactionRefusedException(message);
        }
    }
}
