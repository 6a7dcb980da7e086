using System.Reflection;
using System.Text.RegularExpressions;
using Lianxin.Core;
using Lianxin.Documents.Pages;
using Lianxin.Storage;
using Repository = Lianxin.Functions.Tests.Hosting.Repository;

namespace Lianxin.Functions.Tests.Architecture;

/// <summary>Which room may know which: a new dependency is a decision, made here.</summary>
public sealed partial class RoomsTests
{
    private static readonly Assembly Core = typeof(Refusal).Assembly;
    private static readonly Assembly Documents = typeof(PortalPages).Assembly;
    private static readonly Assembly Storage = typeof(StorageRoom).Assembly;

    [Fact]
    public void Core_references_the_framework_alone() =>
        Assemblies.References(Core).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard");

    /// <summary>Values in, decisions out: no file, no network, no console, no process, no clock.</summary>
    [Theory]
    [InlineData(@"^System\.IO\.")]
    [InlineData(@"^System\.Net\.")]
    [InlineData(@"^System\.Console$")]
    [InlineData(@"^System\.TimeProvider$")]
    [InlineData(@"^System\.Diagnostics\.(Process|Stopwatch)")]
    [InlineData(@"^System\.Threading\.(Thread|Timer)$")]
    [InlineData(@"^System\.Random$")]
    public void Core_touches_nothing_outside_itself(string forbidden) =>
        Assemblies.ForeignTypes(Core).Where(t => Regex.IsMatch(t, forbidden)).ShouldBeEmpty();

    [Fact]
    public void Documents_and_storage_know_core_and_not_each_other()
    {
        Ours(Documents).ShouldBe(["Lianxin.Core"]);
        Ours(Storage).ShouldBe(["Lianxin.Core"]);
        Assemblies.References(Documents).ShouldAllBe(name => !name.StartsWith("Azure.", StringComparison.Ordinal));
        Assemblies.References(Storage).ShouldAllBe(name => !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_project_files_name_the_same_neighbours_and_nobody_builds_on_the_app_but_its_tests()
    {
        var neighbours = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetFileNameWithoutExtension(f),
                f => ProjectReference().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToArray());
        neighbours.Keys.Order(StringComparer.Ordinal).ShouldBe(["Backup", "Core", "Documents", "Functions", "LocalHost", "Storage", "Verifier"]);
        neighbours["Core"].ShouldBeEmpty();
        neighbours["Documents"].ShouldBe(["Core"]);
        neighbours["Storage"].ShouldBe(["Core"]);
        neighbours["Functions"].ShouldBe(["Core", "Documents", "Storage"]);
        neighbours["Backup"].ShouldBe(["Core", "Storage", "Verifier"]);

        // Whoever checks an export needs to trust Core's hashes and nothing else.
        neighbours["Verifier"].ShouldBe(["Core"]);

        // The single-machine host knows the published folder and the wire protocol, as the real host does.
        neighbours["LocalHost"].ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_a_drawer_for_whatever_fits_nowhere() =>
        new[] { Core, Documents, Storage, typeof(Composition).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Lianxin", StringComparison.Ordinal) == true && Drawer().IsMatch(t.Name))
            .Select(t => t.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void No_source_file_is_longer_than_450_lines() =>
        Sources().Where(f => File.ReadLines(f).Count() > 450).Select(f => Path.GetRelativePath(Repository.Root, f)).ShouldBeEmpty();

    private static List<string> Ours(Assembly assembly) =>
        [.. Assemblies.References(assembly).Where(n => n.StartsWith("Lianxin.", StringComparison.Ordinal))];

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests", "bench", "build" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(f => !Built().IsMatch(f));

    [GeneratedRegex("""<ProjectReference Include="[^"]*?([A-Za-z]+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex("(Helper|Manager|Util|Utils|Utilities|Common)$")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"/(bin|obj|node_modules)/")]
    private static partial Regex Built();
}
