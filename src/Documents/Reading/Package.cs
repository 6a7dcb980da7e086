using System.IO.Compression;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>A package of parts (OOXML, OFD) or an archive, opened within the budget.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Budget budget;

    public Package(byte[] bytes, Budget budget)
    {
        this.budget = budget;
        archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        budget.Enter(archive.Entries.Count);
        if (archive.Entries.Any(e => e.IsEncrypted))
            throw UnreadableFileException.Encrypted();
        Entries = [.. archive.Entries.Where(e => !e.FullName.EndsWith('/'))];
    }

    public IReadOnlyList<ZipArchiveEntry> Entries { get; }

    public ZipArchiveEntry? Find(string path) => Entries.FirstOrDefault(e => string.Equals(e.FullName, path, StringComparison.OrdinalIgnoreCase));

    public Stream Open(ZipArchiveEntry entry) => new BudgetedStream(entry.Open(), budget);

    /// <summary>A reader that follows no reference and expands no entity of the file's own.</summary>
    public XmlReader OpenXml(ZipArchiveEntry entry) => XmlReader.Create(
        Open(entry),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = false, IgnoreProcessingInstructions = true, CloseInput = true });

    /// <summary>A whole part, for a file inside the file.</summary>
    public byte[] ReadAll(ZipArchiveEntry entry)
    {
        using var stream = Open(entry);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => archive.Dispose();
}
