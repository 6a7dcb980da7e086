namespace Lianxin.Documents.Reading;

/// <summary>Reads the texts of an OFD file (GB/T 33190); what its pages show besides needs an eye.</summary>
internal static class OfdReader
{
    public static void Read(byte[] bytes, FileScan scan)
    {
        using var package = new Package(bytes, scan.Budget);
        foreach (var entry in package.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            PackageParts.ReadXml(package, entry, scan, "版式文件内容");
        scan.Log.NeedsEye("版式文件的图形和图片");
    }
}
