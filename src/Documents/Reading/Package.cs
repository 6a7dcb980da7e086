using System.IO.Compression;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>
/// A package of parts (OOXML, OFD) or an archive, opened within the budget. Two parts of one name, of which other programs show the other
/// one, and names that lead out of the folder are refused: what was read must be what a reader sees.
/// </summary>
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
        if (archive.Entries.Any(e => LeadsOut(e.FullName)) || archive.Entries.GroupBy(e => Plain(e.FullName), StringComparer.OrdinalIgnoreCase).Any(g => g.Skip(1).Any()))
            throw UnreadableFileException.Ambiguous();
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

    private static string Plain(string name) => name.Replace('\\', '/');

    /// <summary>A name that would be unpacked somewhere else than where one unpacks.</summary>
    private static bool LeadsOut(string name) => Plain(name) is var plain && (plain.StartsWith('/') || (plain.Length > 1 && plain[1] == ':') || plain.Split('/').Contains(".."));
}
