namespace Lianxin.Documents.Reading;

/// <summary>Which reader takes which kind of file.</summary>
internal static class FileKinds
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static void Read(string name, byte[] bytes, FileScan scan)
    {
        // Encrypted .docx and .xlsx lie in this container too.
        if (bytes.AsSpan().StartsWith(OldOffice))
            throw UnreadableFileException.Old();
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".txt":
                scan.Lines(PlainText.Decode(bytes), "行");
                break;
            case ".csv":
                DelimitedReader.Read(PlainText.Decode(bytes), scan);
                break;
            case ".xlsx":
                WorkbookReader.Read(bytes, scan);
                break;
            case ".docx":
                WordReader.Read(bytes, scan);
                break;
            case ".ofd":
                OfdReader.Read(bytes, scan);
                break;
            case ".pdf":
                PdfReader.Read(bytes, scan);
                break;
            case ".zip":
                ArchiveReader.Read(bytes, scan);
                break;
            case ".jpg" or ".jpeg" or ".png":
                PictureReader.Read(bytes, scan);
                break;
            case ".doc" or ".xls" or ".ppt" or ".wps" or ".et":
                throw UnreadableFileException.Old();
            case ".docm" or ".xlsm" or ".xlsb" or ".dotm" or ".xltm":
                throw UnreadableFileException.Macros();
            default:
                throw UnreadableFileException.Kind();
        }
    }
}
