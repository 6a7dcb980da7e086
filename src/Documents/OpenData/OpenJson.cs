using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Documents.OpenData;

/// <summary>The items of a year, or the newest of all.</summary>
/// <param name="Licence">
/// What the law leaves free anyway (《著作权法》Art. 5: official documents are no works; 条例 Art. 1: disclosure serves people's life), with the
/// requests that keep users from being misled.
/// </param>
/// <param name="Format">See <see cref="OpenJson.Format"/>.</param>
/// <param name="Items">In the order of publication, oldest first; the newest of all the other way round.</param>
public sealed record OpenItems(int Format, string Agency, string Licence, IReadOnlyList<OpenItem> Items);

/// <param name="Json">Whole address of the JSON file.</param>
/// <param name="Csv">Whole address of the CSV file.</param>
public sealed record OpenYear(int Year, int Items, string Json, string Csv);

/// <param name="Items">How many the files hold.</param>
public sealed record OpenNewest(int Items, string Json, string Csv);

/// <summary>What open data there is: the file that programs begin with.</summary>
/// <param name="Explanation">Whole address of the page that explains the columns.</param>
public sealed record OpenIndex(int Format, string Agency, string Licence, string Explanation, OpenNewest Newest, IReadOnlyList<OpenYear> Years);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false)]
[JsonSerializable(typeof(OpenItems))]
[JsonSerializable(typeof(OpenItem))]
[JsonSerializable(typeof(OpenIndex))]
internal sealed partial class OpenJsonShapes : JsonSerializerContext;

/// <summary>Open data as JSON: UTF-8, one item a line, so that a comparison of two days shows what changed.</summary>
public static class OpenJson
{
    /// <summary>Number of the form of the files. A new one makes every year anew: raise it when a column or a rule of masking changes.</summary>
    public const int Format = 1;

    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>How many items the file of the newest holds at most.</summary>
    public const int NewestItems = 100;

    /// <summary>Chinese stays as it is; the files are never part of a page.</summary>
    private static readonly OpenJsonShapes Plain =
        new(new JsonSerializerOptions(OpenJsonShapes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(OpenItems items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var head = JsonSerializer.Serialize(items with { Items = [] }, Plain.OpenItems);
        var text = new StringBuilder(head, 0, head.Length - 2, head.Length).Append('\n');
        text.AppendJoin(",\n", items.Items.Select(i => JsonSerializer.Serialize(i, Plain.OpenItem)));
        return Encoding.UTF8.GetBytes(text.Append("\n]}\n").ToString());
    }

    public static byte[] Write(OpenIndex index) => [.. JsonSerializer.SerializeToUtf8Bytes(index, Plain.OpenIndex), (byte)'\n'];

    /// <summary>Null for what is no such file, or one of another format.</summary>
    public static OpenItems? ReadItems(ReadOnlySpan<byte> bytes) =>
        Read(bytes, Plain.OpenItems) is { Items: not null, Format: Format } items ? items : null;

    /// <summary>Null for what is no such file, or one of another format.</summary>
    public static OpenIndex? ReadIndex(ReadOnlySpan<byte> bytes) =>
        Read(bytes, Plain.OpenIndex) is { Years: not null, Format: Format } index ? index : null;

    private static T? Read<T>(ReadOnlySpan<byte> bytes, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
