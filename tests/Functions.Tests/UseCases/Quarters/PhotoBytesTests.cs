using System.Text;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

public class PhotoBytesTests
{
    [Fact]
    public void Of_a_jpeg_the_picture_stays_and_what_the_camera_wrote_goes()
    {
        var clean = PhotoBytes.Read(Photos.Jpeg())!;
        clean.MediaType.ShouldBe("image/jpeg");
        Latin(clean.Bytes).ShouldNotContain(Latin(Encoding.UTF8.GetBytes(Photos.Secret)));
        Latin(clean.Bytes).ShouldNotContain("Exif");
        Latin(clean.Bytes).ShouldContain("JFIF");
        clean.Bytes[^9..].ShouldBe([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_picture_taken_sideways_is_still_shown_upright(bool littleEndian)
    {
        var clean = PhotoBytes.Read(Photos.Jpeg(6, littleEndian))!;
        Latin(clean.Bytes).ShouldContain(Latin([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]));
        Latin(clean.Bytes).ShouldNotContain(Latin(Encoding.UTF8.GetBytes(Photos.Secret)));
        PhotoBytes.Read(clean.Bytes)!.Bytes.ShouldBe(clean.Bytes, "what is clean stays as it is");
    }

    [Fact]
    public void Of_a_png_only_the_picture_and_its_colours_stay()
    {
        var secret = Encoding.UTF8.GetBytes(Photos.Secret);
        var clean = PhotoBytes.Read(Photos.Png(("tEXt", secret), ("eXIf", secret), ("sRGB", [0])))!;
        clean.MediaType.ShouldBe("image/png");
        clean.Bytes.ShouldBe(Photos.Png(("sRGB", [0])));
    }

    [Fact]
    public void No_cut_of_a_picture_is_taken_and_none_breaks_the_reading()
    {
        foreach (var whole in new[] { Photos.Jpeg(6), Photos.Png(("tEXt", [1, 2])) })
        {
            var end = PhotoBytes.Read(whole)!.MediaType == "image/jpeg" ? whole.Length - Encoding.UTF8.GetByteCount(Photos.Secret) : whole.Length;
            for (var length = 0; length < end; length++)
                PhotoBytes.Read(whole[..length]).ShouldBeNull($"{length} of {end} bytes");
        }
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
