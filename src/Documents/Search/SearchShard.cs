using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lianxin.Documents.OpenData;

namespace Lianxin.Documents.Search;

/// <summary>
/// The search index of a year as one file in parts, read by <c>search.js</c> with byte ranges: a head of fixed length that says where the
/// parts are, 64 buckets of keys with the items that hold them, then what the list of results shows, in blocks. A query loads the head, the
/// few buckets of its characters and the blocks of the results on the screen: some ten kilobytes of a file of some hundred. Every part begins
/// with the stamp of the whole, so that parts of two editions of the file are never mixed.
/// </summary>
public static class SearchShard
{
    public const string MediaType = "application/octet-stream";

    /// <summary>Bytes of the head, padded with blanks.</summary>
    public const int HeadBytes = 1024;
    private const int Format = 1;
    private const int StampCharacters = 8;
    private const int LeastBlock = 20;
    private const int MostBlocks = 60;
    private const int DigitBits = 5;
    private const int More = 1 << DigitBits;
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Path(int year) => string.Create(CultureInfo.InvariantCulture, $"search/{year:0000}.bin");

    /// <param name="items">Of one year in the order of publication; an item's place is its name in the index.</param>
    public static byte[] Write(IReadOnlyList<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var block = Math.Max(LeastBlock, (items.Count + MostBlocks - 1) / MostBlocks);
        var buckets = BucketsOf(items);
        var blocks = items.Chunk(block).Select(Shown).ToList();
        var stamp = StampOf(buckets.Concat(blocks));
        var mark = Encoding.UTF8.GetBytes(stamp + "\n");
        byte[] head = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"format":{{Format}},"stamp":"{{stamp}}","items":{{items.Count}},"block":{{block}},"buckets":[{{Lengths(buckets)}}],"blocks":[{{Lengths(blocks)}}]}"""));
        if (head.Length >= HeadBytes)
        {
            throw new ArgumentException($"A year of {items.Count} items does not fit the head of a search file.", nameof(items));
        }

        using var file = new MemoryStream();
        file.Write(head);
        file.Write([.. Enumerable.Repeat((byte)' ', HeadBytes - head.Length - 1), (byte)'\n']);
        foreach (var part in buckets.Concat(blocks))
        {
            file.Write(mark);
            file.Write(part);
        }

        return file.ToArray();

        string Lengths(IEnumerable<byte[]> parts) => string.Join(',', parts.Select(p => (p.Length + mark.Length).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The text in which an item is found.</summary>
    public static string TextOf(OpenItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.Join(
            '\n',
            [
                item.Title, item.IndexNumber, item.DocumentNumber, item.CategoryTitle, item.EntryTitle, item.StatisticClass, item.OfficeTitle, item.VillageTitle, item.Body,
                .. item.Elements.Select(e => e.Value), .. item.Attachments.Select(a => a.Name),
            ]);
    }

    private static List<byte[]> BucketsOf(IReadOnlyList<OpenItem> items)
    {
        var holders = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var place = 0; place < items.Count; place++)
        {
            var item = items[place];
            var numbers = new[] { item.IndexNumber, item.DocumentNumber }.OfType<string>().Select(n => SearchText.NumberMark + SearchText.Number(n)).Distinct(StringComparer.Ordinal);
            foreach (var key in SearchText.Keys(TextOf(item)).Concat(numbers))
            {
                if (!holders.TryGetValue(key, out var places))
                {
                    holders.Add(key, places = []);
                }

                places.Add(place);
            }
        }

        var texts = Enumerable.Range(0, SearchText.Buckets).Select(_ => new StringBuilder()).ToList();
        foreach (var (key, places) in holders)
        {
            AppendSteps(texts[SearchText.BucketOf(key)].Append(key).Append('\t'), places).Append('\n');
        }

        return [.. texts.Select(t => Encoding.UTF8.GetBytes(t.ToString()))];
    }

    /// <summary>Rising places as the steps between them, each in digits of five bits, the lowest first.</summary>
    private static StringBuilder AppendSteps(StringBuilder text, List<int> places)
    {
        var last = -1;
        foreach (var place in places)
        {
            for (var step = place - last; ;)
            {
                var digit = step & (More - 1);
                step >>= DigitBits;
                text.Append(Digits[step > 0 ? digit | More : digit]);
                if (step == 0)
                {
                    break;
                }
            }

            last = place;
        }

        return text;
    }

    private static byte[] Shown(OpenItem[] items)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                json.WriteStartArray();
                string[] cells = [item.Id, item.Title, item.EntryTitle, item.OfficeTitle, item.VillageTitle ?? "", Pages.ChinaText.Day(item.PublishedOn), item.IndexNumber, item.DocumentNumber ?? "", item.Summary];
                foreach (var cell in cells)
                {
                    json.WriteStringValue(cell);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static string StampOf(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..StampCharacters];
    }
}
