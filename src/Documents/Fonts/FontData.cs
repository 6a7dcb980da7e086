using System.IO.MemoryMappedFiles;

namespace Lianxin.Documents.Fonts;

/// <summary>
/// The bytes of a font file, mapped and never copied: 80 MB of Chinese fonts cost the pages that are touched, and processes share them.
/// Lives as long as the process.
/// </summary>
internal sealed unsafe class FontData
{
    private readonly MemoryMappedViewAccessor _view;

    private FontData(MemoryMappedViewAccessor view, byte* start, int length)
    {
        _view = view;
        Start = start;
        Length = length;
    }

    public byte* Start { get; }

    public int Length { get; }

    public ReadOnlySpan<byte> Span => new(Start, Length);

    public static FontData Open(string path)
    {
        var length = new FileInfo(path).Length;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new FontData(view, start + view.PointerOffset, checked((int)length));
    }
}
