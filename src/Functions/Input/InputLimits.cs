namespace Lianxin.Functions.Input;

/// <summary>How much one address accepts.</summary>
/// <param name="Files">Files at most; none means that the address takes no files.</param>
/// <param name="FileBytes">Bytes of one file at most.</param>
/// <param name="RawMediaTypes">Media types that may come as the bare body and count as one file, for example <c>text/csv</c>.</param>
public sealed record InputLimits(int Files, long FileBytes, params IReadOnlyList<string> RawMediaTypes)
{
    /// <summary>
    /// Bytes of a JSON document, or of all text fields of a form together. A body of 200,000 characters takes 1.8 MB when a
    /// form percent-encodes it.
    /// </summary>
    public const int TextBytes = 4 * 1024 * 1024;

    /// <summary>Text fields of a form.</summary>
    public const int FormFields = 1000;

    public static InputLimits TextOnly { get; } = new(0, 0);
}
