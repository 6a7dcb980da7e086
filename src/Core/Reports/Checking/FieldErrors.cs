namespace Lianxin.Core.Reports.Checking;

/// <summary>What is wrong with an input, by dotted path. Stops collecting when nobody would read on.</summary>
internal sealed class FieldErrors
{
    /// <summary>Messages at most: a hostile document must not make a long answer.</summary>
    public const int Most = 100;

    private const int PathCharacters = 120;

    private readonly Dictionary<string, IReadOnlyList<string>> errors = new(StringComparer.Ordinal);

    public bool IsFull => errors.Count >= Most;

    public Refusal? Refusal => errors.Count == 0
        ? null
        : new Refusal(RefusalKind.Invalid, "invalid-report", "所提交的报告有不符合格式的内容，请按所列位置改正后再提交。") { Errors = errors };

    public void Add(string path, string message)
    {
        if (!IsFull)
            errors.TryAdd(path.Length > PathCharacters ? path[..PathCharacters] + "…" : path, [message]);
    }
}
