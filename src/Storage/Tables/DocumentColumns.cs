using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Lianxin.Storage.Tables;

/// <summary>An aggregate as JSON in a row; what would not fit any more goes whole into a sealed text, and the row keeps its hash.</summary>
internal sealed class DocumentColumns(SealedTexts texts)
{
    /// <summary>
    /// Five chunks: 300 kB of the mebibyte that a row may have. The emulator counts a row as it comes over the wire, where a Chinese
    /// character is <c>\uXXXX</c>: 900 kB then, which it still takes.
    /// </summary>
    public const int MaxInRow = 5 * TextColumns.ChunkLength;
    private const string SealedAs = "SealedAs";
    private const string Folder = "row";

    public Task WriteAsync<T>(TableEntity row, T value, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        WriteTextAsync(row, JsonSerializer.Serialize(value, type), cancellation);

    public async Task WriteTextAsync(TableEntity row, string json, CancellationToken cancellation)
    {
        if (json.Length <= MaxInRow)
        {
            TextColumns.Write(row, json);
        }
        else
        {
            row[SealedAs] = await texts.WriteAsync(Folder, json, cancellation);
        }
    }

    public async Task<T> ReadAsync<T>(TableEntity row, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        string json = await ReadTextAsync(row, cancellation);
        return JsonSerializer.Deserialize(json, type) ?? throw new InvalidOperationException($"Row {row.RowKey} holds no {typeof(T).Name}.");
    }

    public async Task<string> ReadTextAsync(TableEntity row, CancellationToken cancellation) =>
        row.GetString(SealedAs) is { Length: > 0 } hash ? await texts.ReadAsync(Folder, hash, cancellation) : TextColumns.Read(row);
}
