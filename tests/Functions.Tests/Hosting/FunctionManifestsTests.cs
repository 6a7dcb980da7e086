using System.Text.Json;
using Lianxin.Functions.Hosting;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class FunctionManifestsTests
{
    [Fact]
    public void The_manifests_in_the_source_tree_are_those_of_the_code()
    {
        var folder = Path.Combine(Repository.Root, "src", "Functions", "functions");
        var written = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => File.ReadAllText(f).ReplaceLineEndings("\n"));
        var expected = FunctionApp.Lianxin.ToDictionary(f => f.Name + "/function.json", FunctionManifests.Manifest);
        const string Remedy = "Run: dotnet build src/Functions -t:WriteManifests";
        written.Keys.Order().ShouldBe(expected.Keys.Order(), Remedy);
        foreach (var (file, text) in expected)
            written[file].ShouldBe(text, Remedy);
    }

    [Fact]
    public void A_built_app_has_every_manifest_and_the_host_file_beside_it()
    {
        foreach (var function in FunctionApp.Lianxin)
            File.Exists(Path.Combine(AppContext.BaseDirectory, function.Name, "function.json")).ShouldBeTrue(function.Name);
        File.Exists(Path.Combine(AppContext.BaseDirectory, "host.json")).ShouldBeTrue();
    }

    [Fact]
    public void Writing_removes_the_folder_of_a_function_that_is_no_more_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("manifests-").FullName;
        try
        {
            FunctionManifests.Write(new FunctionApp(new HttpFunction("Old", "api/old")), folder);
            Directory.CreateDirectory(Path.Combine(folder, "Data"));
            FunctionManifests.Handle([FunctionManifests.Command, folder], new FunctionApp(new HttpFunction("New", "api/new"))).ShouldBe(0);
            Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Order().ShouldBe(["Data", "New"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Another_command_line_is_left_alone_and_a_folder_is_required()
    {
        FunctionManifests.Handle([], FunctionApp.Lianxin).ShouldBeNull();
        FunctionManifests.Handle(["--urls"], FunctionApp.Lianxin).ShouldBeNull();
        FunctionManifests.Handle([FunctionManifests.Command], FunctionApp.Lianxin).ShouldBe(2);
    }

    [Fact]
    public void A_route_that_names_methods_has_them_in_its_manifest()
    {
        using var manifest = JsonDocument.Parse(FunctionManifests.Manifest(new HttpFunction("X", "api/x", "GET", "HEAD")));
        var trigger = manifest.RootElement.GetProperty("bindings")[0];
        trigger.GetProperty("methods").EnumerateArray().Select(m => m.GetString()).ShouldBe(["get", "head"]);
        trigger.GetProperty("authLevel").GetString().ShouldBe("anonymous");
    }
}
