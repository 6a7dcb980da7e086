using System.Text.RegularExpressions;

namespace Lianxin.LocalHost.Manifest;

/// <summary>Replaces <c>%Name%</c> by the app setting of that name, as the real host does in schedules, queue names and paths.</summary>
internal static partial class SettingReferences
{
    /// <exception cref="StartRefused">A setting is not there.</exception>
    public static string Resolve(string text, string where, Func<string, string?> setting) =>
        Reference().Replace(text, match => setting(match.Groups[1].Value)
            ?? throw new StartRefused($"{where} 引用的设置 {match.Value} 不存在", $"{where} refers to the missing setting {match.Value}"));

    /// <summary>The handler's command line is softer: what is not set becomes empty.</summary>
    public static string ResolveOrEmpty(string text, Func<string, string?> setting) =>
        Reference().Replace(text, match => setting(match.Groups[1].Value) ?? "");

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
