using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lianxin.Documents.Pdf;

/// <summary>Bytes of PDF syntax in the making.</summary>
internal sealed class PdfBuffer
{
    private const string Digits = "0123456789ABCDEF";

    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public int Length => _bytes.WrittenCount;

    /// <summary>ASCII syntax as it is.</summary>
    public PdfBuffer Add(string syntax)
    {
        Encoding.ASCII.GetBytes(syntax, _bytes);
        return this;
    }

    public PdfBuffer Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>A number with at most three decimals, as short as it goes, and a space before it.</summary>
    public PdfBuffer Number(double value)
    {
        var rounded = Math.Round(value, 3, MidpointRounding.AwayFromZero);
        if (rounded == 0) rounded = 0;
        var span = _bytes.GetSpan(32);
        span[0] = (byte)' ';
        if (!rounded.TryFormat(span[1..], out var length, "0.###", CultureInfo.InvariantCulture)) throw new ArgumentOutOfRangeException(nameof(value), value, null);
        _bytes.Advance(length + 1);
        return this;
    }

    public PdfBuffer Numbers(params ReadOnlySpan<double> values)
    {
        foreach (var value in values) Number(value);
        return this;
    }

    /// <summary>An indirect reference, with a space before it.</summary>
    public PdfBuffer Reference(int id) => Number(id).Add(" 0 R");

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBuffer Hex(int value)
    {
        var span = _bytes.GetSpan(4);
        for (var i = 0; i < 4; i++) span[i] = (byte)Digits[(value >> (12 - (4 * i))) & 0xF];
        _bytes.Advance(4);
        return this;
    }

    /// <summary>A text string: UTF-16 with its byte order mark, hexadecimal, so that no character needs escaping.</summary>
    public PdfBuffer Text(string text)
    {
        Add(" <FEFF");
        foreach (var unit in text) Hex(unit);
        return Add(">");
    }
}
