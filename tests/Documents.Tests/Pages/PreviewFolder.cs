namespace Lianxin.Tests.Pages;

/// <summary>Lays a page and its sheet side by side in a folder, so that a browser can open them as files.</summary>
internal static class PreviewFolder
{
    public static async Task WriteAsync(string folder, string name, string html, string styleHref, string style)
    {
        var sheet = name.Split('-')[0] + ".css";
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, sheet), style);
        // Under file: addresses 'self' is nobody, so the preview goes without the policy.
        var open = html.Replace($"href=\"{styleHref}\"", $"href=\"{sheet}\"", StringComparison.Ordinal)
            .Replace("Content-Security-Policy", "x-preview", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), open);
    }
}
