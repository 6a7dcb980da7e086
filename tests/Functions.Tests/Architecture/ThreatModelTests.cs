using System.Text.RegularExpressions;
using Repository = Lianxin.Functions.Tests.Hosting.Repository;

namespace Lianxin.Functions.Tests.Architecture;

/// <summary>What docs/threat-model.md calls tested is tested.</summary>
public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension);
        var named = Test().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/threat-model.md"))).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).ToList();
        named.Count.ShouldBeGreaterThan(20);
        named.Where(t => !files[t.Class].Any(f => File.ReadAllText(f).Contains($" {t.Method}(", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"`([A-Za-z0-9]+Tests)\.([A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
