namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Whether a line may end between two characters.</summary>
internal enum BreakKind : byte
{
    /// <summary>Against the rules for line starts and ends.</summary>
    Forbidden,

    /// <summary>Inside a unit that should stay together (word, number with its unit); only when it is wider than the line allows.</summary>
    LastResort,

    /// <summary>Between <c>第</c> and its number: sooner torn than a line spread wide.</summary>
    Reluctant,

    Free,
}
