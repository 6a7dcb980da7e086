using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases;

/// <summary>A page that several writers may write at once.</summary>
/// <param name="Render">Its bytes as of a look; null where there is to be no such page.</param>
internal sealed record FencedPage<TLook>(string Path, string MediaType, Func<TLook, CancellationToken, Task<byte[]?>> Render);

/// <summary>
/// Writes pages with If-Match: first the fences, then a fresh look at the rows, then the pages; who loses a race looks again. So of two
/// writers the later one always knows what the earlier one knew.
/// </summary>
internal static class FencedPages
{
    private const int Attempts = 10;

    public static async Task WriteAsync<TLook>(IDocumentStore documents, Func<TLook> look, IReadOnlyList<FencedPage<TLook>> wanted, CancellationToken cancellation)
    {
        var left = wanted;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var fences = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var page in left)
            {
                fences[page.Path] = await documents.FenceAsync(Containers.Site, page.Path, cancellation);
            }

            var seen = look();
            var lost = new List<FencedPage<TLook>>();
            foreach (var page in left)
            {
                var fence = fences[page.Path];
                if (await page.Render(seen, cancellation) is not { } bytes)
                {
                    if (fence is not null)
                    {
                        await documents.DeleteAsync(Containers.Site, page.Path, cancellation);
                    }
                }
                else if (await documents.TryPutAsync(Containers.Site, page.Path, bytes, page.MediaType, fence, cancellation) is null)
                {
                    lost.Add(page);
                }
            }

            if (lost.Count == 0)
            {
                return;
            }

            left = lost;
        }

        throw new InvalidOperationException($"{left[0].Path} changed under every attempt to write it.");
    }
}
