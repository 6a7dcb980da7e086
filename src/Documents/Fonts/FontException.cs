namespace Lianxin.Documents.Fonts;

/// <summary>A font file is missing or is not what it should be, or the native subsetter is not usable. An operator's fault, never a user's.</summary>
public sealed class FontException : Exception
{
    public FontException(string message)
        : base(message)
    {
    }

    public FontException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
