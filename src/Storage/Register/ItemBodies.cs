using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>
/// Takes long bodies out of an item before it becomes a row, and puts them back. The row's property <c>Bodies</c> says which:
/// <c>{place}={sha256}</c>, where the place is <c>content</c> or the index of a release.
/// </summary>
internal sealed class ItemBodies(SealedTexts texts)
{
    /// <summary>Characters up to which a body stays in the row.</summary>
    public const int MaxInRow = 8_000;
    private const string Bodies = "Bodies";
    private const string Folder = "body";
    private const string Content = "content";

    public async Task<Item> SealAsync(TableEntity row, Item item, Item? before, CancellationToken cancellation)
    {
        if (item.Content.Body.Length <= MaxInRow && item.Releases.All(r => r.Content.Body.Length <= MaxInRow))
        {
            return item;
        }

        // What the item had before is sealed already; a review of a long text does not send it again.
        var hashes = new Dictionary<string, Task<string>>(StringComparer.Ordinal);
        var known = before is null ? [] : BodiesOf(before).ToHashSet(StringComparer.Ordinal);
        Task<string> HashOf(string body)
        {
            if (!hashes.TryGetValue(body, out Task<string>? hash))
            {
                hash = known.Contains(body) ? Task.FromResult(SealedTexts.HashOf(body)) : texts.WriteAsync(Folder, body, cancellation);
                hashes.Add(body, hash);
            }

            return hash;
        }

        var places = new List<(string Place, Task<string> Hash)>();
        ItemContent Strip(ItemContent content, string place)
        {
            if (content.Body.Length <= MaxInRow)
            {
                return content;
            }

            places.Add((place, HashOf(content.Body)));
            return content with { Body = "" };
        }

        Item stripped = item with
        {
            Content = Strip(item.Content, Content),
            Releases = [.. item.Releases.Select((r, i) => r with { Content = Strip(r.Content, Place(i)) })],
        };
        await Task.WhenAll(hashes.Values);
        var named = new List<string>(places.Count);
        foreach ((string place, Task<string> hash) in places)
        {
            named.Add($"{place}={await hash}");
        }

        row[Bodies] = string.Join(';', named);
        return stripped;
    }

    public async Task<Item> RestoreAsync(TableEntity row, Item item, CancellationToken cancellation)
    {
        if (row.GetString(Bodies) is not { Length: > 0 } named)
        {
            return item;
        }

        Dictionary<string, string> hashOf = named.Split(';').Select(n => n.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        Dictionary<string, Task<string>> bodies = hashOf.Values.Distinct(StringComparer.Ordinal)
            .ToDictionary(h => h, h => texts.ReadAsync(Folder, h, cancellation), StringComparer.Ordinal);
        await Task.WhenAll(bodies.Values);

        // Awaited above; a second await only takes the value.
        async Task<ItemContent> FillAsync(ItemContent content, string place) =>
            hashOf.TryGetValue(place, out string? hash) ? content with { Body = await bodies[hash] } : content;
        var releases = new List<Release>(item.Releases.Count);
        foreach (Release release in item.Releases)
        {
            releases.Add(release with { Content = await FillAsync(release.Content, Place(releases.Count)) });
        }

        return item with { Content = await FillAsync(item.Content, Content), Releases = releases };
    }

    private static IEnumerable<string> BodiesOf(Item item) => item.Releases.Select(r => r.Content.Body).Append(item.Content.Body);

    private static string Place(int release) => release.ToString(CultureInfo.InvariantCulture);
}
