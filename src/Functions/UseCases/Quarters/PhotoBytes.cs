using System.Buffers.Binary;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>A photograph as it may be kept.</summary>
public sealed record CleanPhoto(byte[] Bytes, string MediaType);

/// <summary>
/// Recognises JPEG and PNG by what they are, and takes out what a camera or an editor writes beside the picture (place, device, author,
/// thumbnails): of all that only the colours and the way up are needed to look at it.
/// </summary>
public static class PhotoBytes
{
    private static readonly byte[] PngHead = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Chunks that make up the picture and its colours (PNG specification, 11.2 and 11.3).</summary>
    private static readonly string[] PngKept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT"];

    /// <summary>Null for anything that is no whole JPEG or PNG.</summary>
    public static CleanPhoto? Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.AsSpan().StartsWith(PngHead) ? Png(bytes) : bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) ? Jpeg(bytes) : null;
    }

    private static CleanPhoto? Png(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(PngHead);
        for (var at = PngHead.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var name = System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (at == PngHead.Length && name != "IHDR")
            {
                return null;
            }

            var whole = (int)length + 12;
            if (PngKept.Contains(name, StringComparer.Ordinal))
            {
                kept.Write(bytes, at, whole);
            }

            if (name == "IEND")
            {
                return new CleanPhoto(kept.ToArray(), "image/png");
            }

            at += whole;
        }

        return null;
    }

    private static CleanPhoto? Jpeg(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write([0xFF, 0xD8]);
        var scans = 0;
        for (var at = 2; at + 4 <= bytes.Length || (at + 2 <= bytes.Length && bytes[at + 1] == 0xD9);)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                return scans > 0 ? new CleanPhoto(kept.ToArray(), "image/jpeg") : null;
            }

            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (end > bytes.Length || end < at + 4)
            {
                return null;
            }

            Keep(kept, marker, bytes.AsSpan(at, end - at));
            if (marker == 0xDA)
            {
                scans++;
                var next = ScanEnd(bytes, end);
                kept.Write(bytes, end, next - end);
                end = next;
            }

            at = end;
        }

        return null;
    }

    /// <summary>JFIF, colour profile and Adobe's transform stay; of EXIF only the way up; comments and everything else go.</summary>
    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker == 0xE1)
        {
            if (OrientationOf(segment[4..]) is > 1 and var turned)
            {
                // FF E1, length 34, "Exif", one big-endian directory with the single entry 0x0112 (orientation).
                kept.Write([0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0]);
            }
        }
        else if (marker is 0xE0 or 0xE2 or 0xEE or not (>= 0xE0 and <= 0xEF or 0xFE))
        {
            kept.Write(segment);
        }
    }

    /// <summary>1 to 8 by the EXIF standard; 1 where it is not told.</summary>
    private static int OrientationOf(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14 || !exif.StartsWith("Exif\0\0"u8))
        {
            return 1;
        }

        var tiff = exif[6..];
        var little = tiff[0] == 'I';
        int Short(ReadOnlySpan<byte> at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)directory..];
        for (int i = 0, count = Short(entries); i < count && 2 + (12 * (i + 1)) <= entries.Length; i++)
        {
            var entry = entries[(2 + (12 * i))..];
            if (Short(entry) == 0x0112)
            {
                return Short(entry[8..]) is >= 1 and <= 8 and var way ? way : 1;
            }
        }

        return 1;
    }

    /// <summary>Where the coded picture ends: the next marker that is neither stuffing nor a restart.</summary>
    private static int ScanEnd(byte[] bytes, int from)
    {
        var at = from;
        while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at + 1 < bytes.Length ? at : bytes.Length;
    }
}
