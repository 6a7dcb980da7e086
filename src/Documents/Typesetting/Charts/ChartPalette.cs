namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>Colours of the series. Their lightness steps evenly (L* about 24, 84, 46, 66, 92, 36), so that they stay apart in grey print and for colour-blind readers.</summary>
internal static class ChartPalette
{
    public static readonly Colour Axis = Colour.Hex(0x404040);
    public static readonly Colour Grid = Colour.Hex(0xD0D0D0);

    /// <summary>Thin outline that keeps pale areas visible on white paper.</summary>
    public static readonly Colour Outline = Colour.Hex(0x404040);

    private static readonly Colour[] Fills =
        [Colour.Hex(0x1B3A5C), Colour.Hex(0xF2CE74), Colour.Hex(0xB0513C), Colour.Hex(0x5FA8A0), Colour.Hex(0xE3E9EF), Colour.Hex(0x6E4A8E)];

    public static Colour Fill(int series) => Fills[series % Fills.Length];

    /// <summary>Black or white, whichever reads better on the colour.</summary>
    public static Colour TextOn(Colour fill) => fill.Luminance < 0.18 ? Colour.White : Colour.Black;
}
