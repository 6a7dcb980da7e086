using System.IO.Compression;
using System.Text;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages.Texts;
using RazorSlices;

namespace Lianxin.Documents.Handover;

/// <summary>移交包: the zip for the county. The same item gives the same bytes: nothing in it tells when it was made.</summary>
public static class HandoverPackage
{
    public const string MediaType = "application/zip";

    /// <summary>The first day that a zip can name; the real days stand in the sheet.</summary>
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The sheet as a page of its own: no script, no style from elsewhere, nothing to load.</summary>
    public static async Task<byte[]> HtmlAsync(HandoverSheet sheet, CancellationToken cancellation = default)
    {
        using var slice = HandoverSheetPage.Create(sheet);
        return Encoding.UTF8.GetBytes(await slice.RenderAsync(Pages.PageEncoder.Instance, cancellation));
    }

    /// <param name="item">The open data of the item; null for a withdrawal.</param>
    /// <param name="bytesOf">Bytes of an attachment by its hash; null where they are gone.</param>
    public static async Task<byte[]> WriteAsync(HandoverSheet sheet, OpenItem? item, Func<SheetFile, Task<byte[]?>> bytesOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(bytesOf);
        var parts = new List<(string Path, byte[] Bytes)> { ("复制粘贴单.html", await HtmlAsync(sheet, cancellation)), ("复制粘贴单.txt", sheet.Text()) };
        if (item is not null)
        {
            parts.Add(("数据.json", OpenJson.Write(new OpenItems(OpenJson.Format, item.Issuer, PortalTexts.InChinese.Data.Licence, [item]))));
            parts.Add(("数据.csv", OpenCsv.Write([item])));
        }

        foreach (var file in sheet.Files)
        {
            if (await bytesOf(file) is { } bytes)
            {
                parts.Add((file.Path, bytes));
            }
        }

        parts.Add(("SHA256SUMS.txt", Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => $"{HandoverSheet.HashOf(p.Bytes)}  {p.Path}\n")))));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (path, bytes) in parts)
            {
                // Stored, not packed: packing differs from one version of the library to the next, and attachments are packed already.
                var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
                entry.LastWriteTime = Stamp;
                await using var stream = await entry.OpenAsync(cancellation);
                await stream.WriteAsync(bytes, cancellation);
            }
        }

        return zip.ToArray();
    }
}
