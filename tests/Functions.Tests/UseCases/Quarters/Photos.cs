using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

/// <summary>Small pictures with what cameras and editors write beside them.</summary>
internal static class Photos
{
    public const string Secret = "示例拍摄地点";

    public static byte[] Png(params (string Name, byte[] Data)[] beside)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        foreach (var (name, data) in beside.Prepend(("IHDR", new byte[13])).Append(("IDAT", [1, 2, 3])).Append(("IEND", [])))
        {
            file.Write(BigEndian(data.Length));
            file.Write(Encoding.ASCII.GetBytes(name));
            file.Write(data);
            file.Write([9, 9, 9, 9]);
        }

        return file.ToArray();
    }

    /// <param name="orientation">As a camera that was held sideways writes it; 1 for upright.</param>
    public static byte[] Jpeg(int orientation = 1, bool littleEndian = true)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        file.Write(Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]));
        file.Write(Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation, littleEndian)]));
        file.Write(Segment(0xFE, Encoding.UTF8.GetBytes(Secret)));
        file.Write(Segment(0xDB, new byte[65]));
        file.Write(Segment(0xDA, [1, 1, 0, 0, 63, 0]));
        file.Write([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]);
        file.Write([0xFF, 0xD9]);
        file.Write(Encoding.UTF8.GetBytes(Secret));
        return file.ToArray();
    }

    private static byte[] Exif(int orientation, bool littleEndian)
    {
        var place = Encoding.UTF8.GetBytes(Secret);
        return littleEndian
            ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. place]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, .. place];
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
