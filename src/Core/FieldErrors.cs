namespace Lianxin.Core;

/// <summary>Collects what is wrong with an input, field by field, so that everything is refused at once.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    /// <summary>Null when nothing was wrong.</summary>
    public Refusal? Refusal => errors.Count == 0
        ? null
        : new Refusal(RefusalKind.Invalid, "invalid-input", $"有{errors.Count}处需要改正：{string.Join(' ', errors.Values.SelectMany(m => m).Take(5))}")
        {
            Errors = errors.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, StringComparer.Ordinal),
        };

    public void Add(string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages))
        {
            errors.Add(field, messages = []);
        }

        messages.Add(message);
    }
}
