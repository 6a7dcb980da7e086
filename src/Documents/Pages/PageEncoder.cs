using System.Text.Encodings.Web;

namespace Lianxin.Documents.Pages;

/// <summary>
/// The one gate between a value and a page: every value that a template prints goes through it. It escapes what has a meaning in
/// HTML and drops what <see cref="DisplayText"/> never shows. Chinese stays as it is: the framework's encoder would write eight
/// bytes for each character, and pages have to stay small.
/// </summary>
public sealed class PageEncoder : HtmlEncoder
{
    private const int LongestEntity = 6;

    private PageEncoder()
    {
    }

    public static PageEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => LongestEntity;

    // The base class takes a block that comes out empty for a fault of the encoder, so these three drop beforehand.
    public override string Encode(string value) => base.Encode(DisplayText.Clean(value));

    public override void Encode(TextWriter output, string value, int startIndex, int characterCount)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(value);
        output.Write(Encode(value.Substring(startIndex, characterCount)));
    }

    public override void Encode(TextWriter output, char[] value, int startIndex, int characterCount)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encode(new string(value, startIndex, characterCount)));
    }

    public override bool WillEncode(int unicodeScalar) =>
        Entity(unicodeScalar) is not null || DisplayText.IsDropped(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            // Surrogates are sent through the base class, which pairs them and replaces a lone one.
            if (char.IsSurrogate(text[i]) || WillEncode(text[i]))
                return i;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        numberOfCharactersWritten = 0;
        if (Entity(unicodeScalar) is { } entity)
        {
            numberOfCharactersWritten = entity.Length;
            return entity.TryCopyTo(output);
        }

        if (DisplayText.IsDropped(unicodeScalar))
            return true;

        return new System.Text.Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
    }

    private static string? Entity(int scalar) => scalar switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };
}
