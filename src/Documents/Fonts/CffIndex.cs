using System.Buffers.Binary;

namespace Lianxin.Documents.Fonts;

/// <summary>An INDEX structure of a CFF font: count, offset size, offsets, data.</summary>
internal readonly ref struct CffIndex
{
    private readonly ReadOnlySpan<byte> _cff;
    private readonly int _at;
    private readonly int _offsetSize;

    public CffIndex(ReadOnlySpan<byte> cff, int at)
    {
        _cff = cff;
        _at = at;
        Count = BinaryPrimitives.ReadUInt16BigEndian(cff[at..]);
        _offsetSize = Count == 0 ? 0 : cff[at + 2];
    }

    public int Count { get; }

    /// <summary>Where the structure ends in the font.</summary>
    public int End => Count == 0 ? _at + 2 : Start(Count);

    /// <summary>Where the entry begins in the font; entry <see cref="Count"/> is the end of the last one.</summary>
    public int Start(int entry)
    {
        var at = _at + 3 + (entry * _offsetSize);
        var offset = 0;
        for (var i = 0; i < _offsetSize; i++) offset = (offset << 8) | _cff[at + i];
        return _at + 3 + ((Count + 1) * _offsetSize) - 1 + offset;
    }
}
