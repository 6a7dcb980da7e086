using Lianxin.Documents.Sheets.Codes;
using QRCoder;

namespace Lianxin.Documents.Tests.Sheets;

/// <summary>Our codes beside those of an independent encoder.</summary>
public sealed class QrCodeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(120)]
    [InlineData(180)]
    [InlineData(213)]
    [InlineData(214)]
    [InlineData(700)]
    [InlineData(1500)]
    [InlineData(2331)]
    public void The_modules_are_those_of_another_encoder_under_the_same_mask(int length)
    {
        // Small letters, so that the other encoder takes the mode for bytes as well.
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * 7 % 26))));
        var judge = Judge(text);
        var ours = QrCode.Of(text, MaskOf(judge)).ShouldNotBeNull();
        Rows(ours).ShouldBe(judge);
    }

    [Fact]
    public void The_mask_taken_by_itself_changes_nothing_but_the_mask()
    {
        const string address = "https://example.cn/items/2025/03/lg-2025-0007.html";
        var chosen = QrCode.Of(address).ShouldNotBeNull();
        Enumerable.Range(0, 8).Count(mask => Rows(QrCode.Of(address, mask)!).SequenceEqual(Rows(chosen))).ShouldBe(1);
        var least = Enumerable.Range(0, 8).Min(mask => QrMask.Penalty(Grid(QrCode.Of(address, mask)!)));
        QrMask.Penalty(Grid(chosen)).ShouldBe(least);
    }

    [Fact]
    public void A_text_that_no_code_holds_gives_none() => QrCode.Of(new string('a', 2332)).ShouldBeNull();

    private static List<string> Judge(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count - (2 * QrCode.QuietZone);
        return [.. Enumerable.Range(0, size).Select(row => string.Concat(
            Enumerable.Range(0, size).Select(column => data.ModuleMatrix[row + QrCode.QuietZone][column + QrCode.QuietZone] ? '#' : '.')))];
    }

    /// <summary>Read from the format bits in the code's top left corner (ISO/IEC 18004:2015, 7.9).</summary>
    private static int MaskOf(List<string> rows) =>
        Enumerable.Range(2, 3).Aggregate(0, (bits, column) => (bits << 1) | (rows[8][column] == '#' ? 1 : 0)) ^ 0b101;

    private static List<string> Rows(QrCode code) =>
        [.. Enumerable.Range(0, code.Size).Select(row => string.Concat(Enumerable.Range(0, code.Size).Select(column => code.IsDark(row, column) ? '#' : '.')))];

    private static bool[,] Grid(QrCode code)
    {
        var grid = new bool[code.Size, code.Size];
        for (var row = 0; row < code.Size; row++)
        {
            for (var column = 0; column < code.Size; column++) grid[row, column] = code.IsDark(row, column);
        }
        return grid;
    }
}
