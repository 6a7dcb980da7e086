using System.Text;

namespace Lianxin.Functions.Tests.Hosting;

/// <summary>Requests that a real Functions host sent, as recorded.</summary>
internal static class Recorded
{
    public static byte[] Body(string name) => Encoding.UTF8.GetBytes(Text(name).Split("\n\n", 2)[1].Trim());

    public static Dictionary<string, string> Headers(string name) =>
        Text(name).Split("\n\n", 2)[0].Split('\n').Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", name + ".txt")).ReplaceLineEndings("\n");
}
