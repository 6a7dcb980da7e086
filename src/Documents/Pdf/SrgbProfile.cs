using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Documents.Pdf;

/// <summary>
/// A small sRGB profile (IEC 61966-2-1) in the format of ICC.1:2001-04 (version 2), for the output intent. Colourants are sRGB's primaries
/// adapted to D50 as ICC publishes them; the transfer curve is sampled from its formula.
/// </summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;
    private const int HeaderLength = 128;

    public static readonly byte[] Bytes = Build();

    private static byte[] Build()
    {
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9505, 1.0, 1.0891)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", Curve()),
            ("gTRC", []),
            ("bTRC", []),
        ];
        var profile = new MemoryStream();
        profile.Write(new byte[HeaderLength + 4 + (12 * tags.Length)]);
        var table = new byte[4 + (12 * tags.Length)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        var (offset, length) = (0, 0);
        for (var i = 0; i < tags.Length; i++)
        {
            // Green and blue share red's curve.
            if (tags[i].Data.Length > 0) (offset, length) = ((int)profile.Length, tags[i].Data.Length);
            profile.Write(tags[i].Data);
            profile.Write(new byte[(4 - (tags[i].Data.Length % 4)) % 4]);
            var entry = table.AsSpan(4 + (12 * i), 12);
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], length);
        }
        var bytes = profile.ToArray();
        WriteHeader(bytes);
        table.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    private static void WriteHeader(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        // 2000-01-01: the profile does not change with the day it is built.
        BinaryPrimitives.WriteInt16BigEndian(profile[24..], 2000);
        BinaryPrimitives.WriteInt16BigEndian(profile[26..], 1);
        BinaryPrimitives.WriteInt16BigEndian(profile[28..], 1);
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Fixed(profile[68..], 0.9642);
        Fixed(profile[72..], 1.0);
        Fixed(profile[76..], 0.8249);
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = Typed("XYZ ", 20);
        Fixed(data.AsSpan(8), x);
        Fixed(data.AsSpan(12), y);
        Fixed(data.AsSpan(16), z);
        return data;
    }

    private static byte[] Curve()
    {
        var data = Typed("curv", 12 + (2 * CurvePoints));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var v = i / (CurvePoints - 1.0);
            var linear = v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }
        return data;
    }

    private static byte[] Text(string text)
    {
        var data = Typed("text", 8 + text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(8));
        return data;
    }

    private static byte[] Description(string text)
    {
        // ASCII part, then an empty Unicode part (8 bytes) and an empty Macintosh part (3 + 67 bytes).
        var data = Typed("desc", 12 + text.Length + 1 + 8 + 70);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] Typed(string type, int length)
    {
        var data = new byte[length];
        Encoding.ASCII.GetBytes(type, data);
        return data;
    }

    private static void Fixed(Span<byte> target, double value) =>
        BinaryPrimitives.WriteInt32BigEndian(target, (int)Math.Round(value * 65536));
}
