namespace Lianxin.Documents.Typesetting.Text;

/// <summary>What a character is to the line breaker (W3C CLREQ, basic level).</summary>
internal enum CharacterKind
{
    /// <summary>A character as wide as its box: ideographs, full-width digits, signs.</summary>
    Han,

    /// <summary>Opening mark: blank in its left half, never at the end of a line.</summary>
    Open,

    /// <summary>Closing mark, pause or stop: blank in its right half, never at the start of a line.</summary>
    Close,

    /// <summary>Interpunct and short connector: not adjustable, never at the start of a line.</summary>
    Middle,

    /// <summary>Half of <c>——</c> or <c>……</c>.</summary>
    Leader,

    /// <summary>Letters, digits and marks of Western text.</summary>
    Western,

    Space,
}
