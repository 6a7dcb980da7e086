namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Code points that no font has and that are therefore printed as 〓, each once, in ascending order.</summary>
internal sealed class MissingCharacters
{
    private readonly SortedSet<int> _points = [];

    public IReadOnlyList<string> Texts => [.. _points.Select(char.ConvertFromUtf32)];

    public void Add(int codePoint) => _points.Add(codePoint);
}
