using Lianxin.Core.Items;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases;

/// <summary>A file of the site that is written over itself.</summary>
/// <param name="Render">Makes the bytes from a look at the register that is later than the file's fence.</param>
internal sealed record FencedFile(string Path, string MediaType, Func<PublishedRows, CancellationToken, Task<byte[]>> Render);

/// <summary>
/// Writes files of the site that share one look at the register, each with If-Match over what was there before that look: of two writers the
/// later one always knows what the earlier one knew. What would be the same bytes is not written.
/// </summary>
internal sealed class FencedFiles(IRegister register, IDocumentStore documents)
{
    private const int Attempts = 10;

    public async Task WriteAsync(string agency, IReadOnlyList<FencedFile> files, CancellationToken cancellation)
    {
        var left = files;
        for (var attempt = 0; attempt < Attempts && left.Count > 0; attempt++)
        {
            var before = new List<StoredDocument?>();
            foreach (var file in left)
            {
                before.Add(await documents.FindAsync(Containers.Site, file.Path, cancellation));
            }

            var rows = new PublishedRows(register, agency, PublishedRows.AsRegistered);
            var lost = new List<FencedFile>();
            foreach (var (file, was) in left.Zip(before))
            {
                var bytes = await file.Render(rows, cancellation);
                if (was is not null && was.Bytes.AsSpan().SequenceEqual(bytes))
                {
                    continue;
                }

                if (await documents.TryPutAsync(Containers.Site, file.Path, bytes, file.MediaType, was?.Fence, cancellation) is null)
                {
                    lost.Add(file);
                }
            }

            left = lost;
        }

        if (left.Count > 0)
        {
            throw new InvalidOperationException($"{left[0].Path} changed under every attempt to write it.");
        }
    }
}
