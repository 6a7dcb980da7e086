using System.Buffers.Binary;
using System.Text;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>
/// Reads what a picture says of itself (EXIF, text chunks); what it shows needs a person's eye, since no engine for reading pictures is
/// part of the app.
/// </summary>
internal static class PictureReader
{
    private const int Longest = 1024 * 1024;
    private static readonly byte[] GpsTag = [0x88, 0x25];

    public static void Read(byte[] bytes, FileScan scan)
    {
        scan.Log.NeedsEye("图片内容");
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
            ReadJpeg(bytes, scan);
        else if (bytes.AsSpan().StartsWith("\x89PNG"u8) || (bytes.Length > 8 && bytes[0] == 0x89))
            ReadPng(bytes, scan);
        else
            throw UnreadableFileException.Broken();
    }

    private static void ReadJpeg(ReadOnlySpan<byte> bytes, FileScan scan)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is 0xDA or 0xD9)
                return;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
                return;
            // APP1 to APP15 and the comment.
            if (marker is (>= 0xE1 and <= 0xEF) or 0xFE)
                ReadBlock(bytes.Slice(at + 4, length - 2), scan);
            at += 2 + length;
        }
    }

    private static void ReadPng(ReadOnlySpan<byte> bytes, FileScan scan)
    {
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || at + 12L + length > bytes.Length)
                return;
            var kind = bytes.Slice(at + 4, 4);
            if (kind.SequenceEqual("tEXt"u8) || kind.SequenceEqual("iTXt"u8) || kind.SequenceEqual("eXIf"u8))
                ReadBlock(bytes.Slice(at + 8, length), scan);
            at += 12 + length;
        }
    }

    /// <summary>Texts of a block, in the two ways in which EXIF writes them.</summary>
    private static void ReadBlock(ReadOnlySpan<byte> block, FileScan scan)
    {
        block = block[..Math.Min(block.Length, Longest)];
        scan.Text("图片属性", Printable(Encoding.UTF8.GetString(block)));
        scan.Text("图片属性", Printable(Encoding.Unicode.GetString(block)));
        if (block.StartsWith("Exif"u8) && (block.IndexOf(GpsTag) >= 0 || block.IndexOf((ReadOnlySpan<byte>)[0x25, 0x88]) >= 0))
        {
            scan.Log.Add([new PersonalDataFinding(PersonalDataKinds.Address, scan.Place + "图片属性", "（拍摄位置）", "图片带有拍摄位置，请去除后再公开；《个人信息保护法》第二十八条") { Severity = PrivacySeverity.Soft }]);
        }
    }

    private static string Printable(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            plain.Append(char.IsControl(c) || c == '\uFFFD' ? '\n' : c);
        return plain.ToString();
    }
}
