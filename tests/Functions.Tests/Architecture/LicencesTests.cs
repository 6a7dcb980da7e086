using System.Text.Json;
using System.Text.RegularExpressions;
using Repository = Lianxin.Functions.Tests.Hosting.Repository;

namespace Lianxin.Functions.Tests.Architecture;

/// <summary>Every package that a lock file pins has a licence that we know, and every one that is asked for by name stands in NOTICE.</summary>
public sealed partial class LicencesTests
{
    /// <summary>Permissive ones, and MPL-2.0, which asks something only of whoever changes its files.</summary>
    private static readonly string[] Known = ["MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "BlueOak-1.0.0", "MPL-2.0"];

    /// <summary>Packages that name no licence by its short name; their texts were read.</summary>
    private static readonly Dictionary<string, string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Apache.Arrow"] = "Apache-2.0",
        ["NCrontab.Signed"] = "Apache-2.0",
        ["System.Security.Cryptography.ProtectedData"] = "MIT",
        // tv4's text: public domain, or MIT.
        ["node_modules/uri-templates"] = "MIT",
    };

    [Fact]
    public void Every_pinned_NuGet_package_has_a_licence_that_we_know()
    {
        var pinned = Pinned().ToList();
        pinned.Count.ShouldBeGreaterThan(50);
        pinned.Where(p => !Fits(LicenceOf(p.Name, p.Version))).Select(p => $"{p.Name} {p.Version}: {LicenceOf(p.Name, p.Version)}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_pinned_npm_package_has_a_licence_that_we_know()
    {
        var pinned = LockFiles("package-lock.json")
            .SelectMany(f => JsonDocument.Parse(File.ReadAllBytes(f)).RootElement.GetProperty("packages").EnumerateObject())
            .Where(p => p.Name.Length > 0)
            .Select(p => (p.Name, Licence: Read.GetValueOrDefault(p.Name) ?? (p.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "none")))
            .ToList();
        pinned.Count.ShouldBeGreaterThan(100);
        pinned.Where(p => !Fits(p.Licence)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_that_is_asked_for_by_name_stands_in_the_notice()
    {
        var notice = File.ReadAllText(Path.Combine(Repository.Root, "NOTICE"));
        var asked = PackageVersion().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"))).Select(m => m.Groups[1].Value).ToList();
        asked.Count.ShouldBeGreaterThan(10);
        asked.Where(name => !notice.Contains(name, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static bool Fits(string licence) =>
        licence.Trim('(', ')').Split(" OR ").Any(choice => choice.Split(" AND ").All(l => Known.Contains(l.Trim(), StringComparer.OrdinalIgnoreCase)));

    private static IEnumerable<(string Name, string Version)> Pinned() => LockFiles("packages.lock.json")
        .SelectMany(f => JsonDocument.Parse(File.ReadAllBytes(f)).RootElement.GetProperty("dependencies").EnumerateObject())
        .SelectMany(framework => framework.Value.EnumerateObject())
        .Where(p => p.Value.GetProperty("type").GetString() != "Project")
        .Select(p => (p.Name, p.Value.GetProperty("resolved").GetString()!))
        .Distinct();

    /// <summary>From the package's own description in NuGet's folder, where the restore has put it.</summary>
    private static string LicenceOf(string name, string version)
    {
        if (Read.TryGetValue(name, out var read))
            return read;
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        var lower = name.ToLowerInvariant();
        var description = Path.Combine(folder, lower, version.ToLowerInvariant(), lower + ".nuspec");
        return File.Exists(description) && Licence().Match(File.ReadAllText(description)) is { Success: true } found ? found.Groups[1].Value : "none";
    }

    private static IEnumerable<string> LockFiles(string name) =>
        new[] { "src", "tests", "build", "measurements" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), name, SearchOption.AllDirectories))
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex("<license type=\"expression\">([^<]+)</license>")]
    private static partial Regex Licence();

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();
}
