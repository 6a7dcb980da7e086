namespace Lianxin.Documents.Fonts;

/// <summary>What a typeface is for in an official document (GB/T 9704-2012).</summary>
public enum FontRole
{
    /// <summary>仿宋, the body.</summary>
    Body,

    /// <summary>楷体, headings of the second level.</summary>
    Kai,

    /// <summary>黑体, headings of the first level, table heads, captions.</summary>
    Hei,

    /// <summary>宋体, table cells, chart labels, the dashes beside the page number.</summary>
    Song,

    /// <summary>小标宋, the title.</summary>
    Title,

    /// <summary>Digits and Latin letters beside Song, Fangsong and Kai.</summary>
    Latin,

    /// <summary>Digits and Latin letters in the title.</summary>
    LatinBold,

    /// <summary>Rare characters beside the lighter faces.</summary>
    FallbackLight,

    /// <summary>Rare characters beside the heavier faces.</summary>
    FallbackRegular,
}
