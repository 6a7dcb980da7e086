using Lianxin.Documents.Typesetting;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Colours of the sheets; each also holds its own in grey print.</summary>
internal static class SheetColours
{
    /// <summary>Title and headings on a notice board.</summary>
    public static readonly Colour Red = Colour.Hex(0xA31515);

    public static readonly Colour Line = Colour.Hex(0x8C8C8C);

    /// <summary>Track of a bar.</summary>
    public static readonly Colour Track = Colour.Hex(0xEDEDED);

    public static readonly Colour Good = Colour.Hex(0x5FA8A0);

    public static readonly Colour Fault = Colour.Hex(0xD9A03F);
}
