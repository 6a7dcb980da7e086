namespace Lianxin.LocalHost;

/// <summary>What the operator sees: one line per event, Chinese and English side by side.</summary>
internal sealed class Journal(Action<string> write)
{
    private readonly Lock _gate = new();

    public void Line(string text)
    {
        lock (_gate)
        {
            write(text);
        }
    }

    public void Note(string chinese, string english) => Line($"{chinese} · {english}");

    /// <summary>Something the operator must see; where the real Functions host acts differently, the text says so.</summary>
    public void Warn(string chinese, string english) => Line($"! {chinese} · {english}");
}
