using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Lianxin.Core.Catalogue;

/// <summary>A closed list of words and what they mean: how values are written in files and in JSON.</summary>
/// <param name="name">What the words are, in Chinese, for messages.</param>
/// <param name="pairs">Each word with its value, in the order of the list.</param>
public sealed class Vocabulary<T>(string name, params (string Word, T Value)[] pairs)
    where T : notnull
{
    private readonly FrozenDictionary<string, T> values = pairs.ToFrozenDictionary(p => p.Word, p => p.Value, StringComparer.Ordinal);
    private readonly FrozenDictionary<T, string> words = pairs.ToFrozenDictionary(p => p.Value, p => p.Word);

    public string Name => name;

    public IReadOnlyList<string> Words { get; } = [.. pairs.Select(p => p.Word)];

    public bool TryParse(string? word, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return word is not null && values.TryGetValue(word, out value);
    }

    public string WordOf(T value) => words[value];

    /// <summary>Why a word is refused, with the words that would be accepted.</summary>
    public string Refuse(string word) => $"未知的{name}“{word}”，应为 {string.Join('、', Words)}";
}
