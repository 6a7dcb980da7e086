using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Documents.Pdf;

/// <summary>
/// The body of a PDF file: numbered objects, cross-reference table, trailer. Plain objects and a classic table on purpose: an incremental
/// update (a signature) can follow with any tool.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<ReadOnlyMemory<byte>?> _objects = [null];

    /// <summary>Takes a number whose object comes later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count - 1;
    }

    public void Set(int id, PdfBuffer body) => _objects[id] = body.Written;

    public int Add(PdfBuffer body)
    {
        var id = Reserve();
        Set(id, body);
        return id;
    }

    /// <param name="entries">Entries of the stream's dictionary besides its length and filter.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var body = new PdfBuffer().Add("<<").Add(entries);
        var bytes = compress ? Deflate(data) : data;
        body.Add(compress ? " /Filter /FlateDecode /Length" : " /Length").Number(bytes.Length).Add(" >>\nstream\n").Add(bytes).Add("\nendstream");
        return Add(body);
    }

    /// <summary>The whole file. Its second identifier is a digest of all objects, so the same content has the same bytes.</summary>
    public byte[] Write(int catalog, int info, string identity)
    {
        var output = new MemoryStream(_objects.Sum(o => (o?.Length ?? 0) + 24) + 1024);
        Ascii(output, "%PDF-1.7\n%");
        output.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new long[_objects.Count];
        for (var id = 1; id < _objects.Count; id++)
        {
            offsets[id] = output.Position;
            Ascii(output, string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n"));
            output.Write((_objects[id] ?? throw new InvalidOperationException($"Object {id} was reserved and never set.")).Span);
            Ascii(output, "\nendobj\n");
        }
        var first = SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16);
        var second = SHA256.HashData(output.GetBuffer().AsSpan(0, (int)output.Length)).AsSpan(0, 16);
        var start = output.Position;
        Ascii(output, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count}\n0000000000 65535 f \n"));
        for (var id = 1; id < _objects.Count; id++) Ascii(output, string.Create(CultureInfo.InvariantCulture, $"{offsets[id]:D10} 00000 n \n"));
        Ascii(output, string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_objects.Count} /Root {catalog} 0 R /Info {info} 0 R"));
        Ascii(output, $" /ID [<{Convert.ToHexString(first)}> <{Convert.ToHexString(second)}>] >>\n");
        Ascii(output, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return output.ToArray();
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream(data.Length / 2);
        using (var deflate = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(data);
        return output.ToArray();
    }

    private static void Ascii(MemoryStream output, string text) => output.Write(Encoding.ASCII.GetBytes(text));
}
