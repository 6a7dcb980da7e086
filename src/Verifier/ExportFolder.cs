using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Lianxin.Core.Exports;

namespace Lianxin.Verifier;

/// <summary>The files of an export: are they all there, none besides, each as the manifest says, and each line as it was sealed?</summary>
public sealed partial class ExportFolder(string folder)
{
    /// <summary>The manifest; null when it is missing or not as it was written.</summary>
    public ExportManifest? Manifest() =>
        File.Exists(PathOf(ExportPlaces.Manifest)) ? ExportLines.Manifest(File.ReadAllText(PathOf(ExportPlaces.Manifest)).TrimEnd('\n')) : null;

    public string PathOf(string part) => Path.Combine([folder, .. part.Split('/')]);

    public IEnumerable<string> Lines(string part) => File.Exists(PathOf(part)) ? File.ReadLines(PathOf(part)) : [];

    public byte[] Bytes(string part) => File.ReadAllBytes(PathOf(part));

    /// <summary>The first file or line that is not as it was written.</summary>
    public Finding? FirstFault(ExportManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        foreach (var part in manifest.Parts)
        {
            if (!File.Exists(PathOf(part.Name)))
            {
                return new Finding(part.Name, part.Name, 0, part.Sha256, "没有这个文件 missing");
            }

            var found = HashOf(PathOf(part.Name));
            if (!string.Equals(found, part.Sha256, StringComparison.Ordinal))
            {
                return LineFault(part.Name) ?? new Finding(part.Name, part.Name, 0, part.Sha256, found);
            }
        }

        var known = manifest.Parts.Select(p => p.Name).Append(ExportPlaces.Manifest).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Where(n => !known.Contains(n))
            .Select(n => new Finding(n, n, 0, "没有这个文件 no such file", "多出的文件 not in the manifest"))
            .FirstOrDefault();
    }

    private Finding? LineFault(string part)
    {
        if (!part.EndsWith(ExportPlaces.ListEnding, StringComparison.Ordinal))
        {
            return null;
        }

        var number = 0;
        foreach (var line in Lines(part))
        {
            number++;
            if (SummedLine.Open(line) is null)
            {
                return Named(part, line, number);
            }
        }

        return null;
    }

    /// <summary>An event's row tells its item and number in its key; any other tells its key and its line.</summary>
    private static Finding Named(string part, string line, int number)
    {
        var expected = "该行自带的摘要 the sum that the line carries";
        var found = "内容与摘要不符 its content gives another";
        var key = KeyOfLine().Match(line) is { Success: true } match ? match.Groups[1].Value : part;
        return EventKey().Match(key) is { Success: true } e
            ? new Finding(part, "items/" + e.Groups[1].Value, int.Parse(e.Groups[2].ValueSpan, CultureInfo.InvariantCulture), expected, found)
            : new Finding(part, key, number, expected, found);
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    [GeneratedRegex("\"(?:row|name)\":\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex KeyOfLine();

    [GeneratedRegex("^event-(.+)-([0-9]{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex EventKey();
}
