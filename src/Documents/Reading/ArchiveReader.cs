namespace Lianxin.Documents.Reading;

/// <summary>Reads every file of a ZIP archive, and the names of the files.</summary>
internal static class ArchiveReader
{
    public static void Read(byte[] bytes, FileScan scan)
    {
        using var package = new Package(bytes, scan.Budget);
        foreach (var entry in package.Entries)
        {
            var inside = scan.Inside(entry.Name);
            scan.Text("内含文件名", entry.FullName);
            FileKinds.Read(entry.Name, package.ReadAll(entry), inside);
        }
    }
}
