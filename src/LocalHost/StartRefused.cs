namespace Lianxin.LocalHost;

/// <summary>The host cannot start as asked. The message says why in Chinese and English; it is shown, never a stack trace.</summary>
internal sealed class StartRefused(string chinese, string english) : Exception($"{chinese} · {english}");
