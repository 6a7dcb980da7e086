using Lianxin.LocalHost.Manifest;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Manifest;

public sealed class ManifestReaderTests : IDisposable
{
    private readonly FakeApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_whole_app_is_read()
    {
        _app.Host("""{ "batchSize": 4, "newBatchThreshold": 1, "visibilityTimeout": "00:00:30" }""", functionTimeout: "-1")
            .Http("Items", "api/items/{*rest}").Timer("Nightly", "%When%").Queue("Publish", "publication");

        var app = Read(name => name == "When" ? "0 0 18 * * *" : null);

        app.Http.ShouldHaveSingleItem().Route.Text.ShouldBe("api/items/{*rest}");
        app.Timers.ShouldHaveSingleItem().Schedule.Text.ShouldBe("0 0 18 * * *");
        app.Queues.ShouldHaveSingleItem().Queue.ShouldBe("publication");
        app.Host.FunctionTimeout.ShouldBeNull();
        app.Host.Queues.ShouldBe(new QueueSettings(4, 1, 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), true));
    }

    [Fact]
    public void A_prefix_goes_before_every_route() =>
        Read(_app.Host(prefix: "api").Http("Items", "items")).Http[0].Route.Text.ShouldBe("api/items");

    [Fact]
    public void A_name_the_host_would_not_take_is_refused() => Refused(_app.Http("9lives", "api/x"), "bad function name");

    [Fact]
    public void The_name_host_is_refused() => Refused(_app.Http("Host", "api/x"), "bad function name");

    [Theory]
    [InlineData("api/items/{*rest}", "api/items/{id}")]
    [InlineData("api/items/{*rest}", "api/ITEMS")]
    [InlineData("api/{kind}/new", "api/items/{verb}")]
    [InlineData("api/items/{id?}", "api/items")]
    public void Overlapping_templates_are_refused(string one, string other) => Refused(_app.Http("A", one).Http("B", other), "overlap");

    [Theory]
    [InlineData("api/items/{*rest}", "api/reports/{*rest}")]
    [InlineData("api/items", "api/items/{id}")]
    [InlineData("api/{kind}/new", "api/items/old")]
    public void Separate_templates_stand_side_by_side(string one, string other) => Read(_app.Http("A", one).Http("B", other)).Http.Count.ShouldBe(2);

    [Fact]
    public void The_same_template_may_be_shared_by_different_methods() => Read(_app
        .Http("A", "api/x", "\"authLevel\": \"anonymous\", \"methods\": [\"get\"]")
        .Http("B", "api/x", "\"authLevel\": \"anonymous\", \"methods\": [\"post\"]")).Http.Count.ShouldBe(2);

    [Theory]
    [InlineData("{*all}")]
    [InlineData("{name}")]
    [InlineData("{name?}")]
    public void A_catch_all_at_the_root_is_refused(string route) => Refused(_app.Http("All", route), "catches the root");

    [Fact]
    public void A_route_that_opens_a_trigger_endpoint_is_refused() =>
        Refused(_app.Http("Open", "nightly/{*rest}").Timer("Nightly", "0 0 18 * * *"), "would open the trigger");

    [Theory]
    [InlineData("admin/x")]
    [InlineData("Runtime")]
    public void Routes_of_the_host_itself_are_refused(string route) => Refused(_app.Http("X", route), "conflicts with built in routes");

    [Fact]
    public void A_missing_executable_is_refused() => Refused(_app.Host(executable: "nowhere").Http("X", "api/x"), "does not exist");

    [Fact]
    public void An_executable_without_its_mode_bit_is_refused()
    {
        File.WriteAllText(Path.Combine(_app.Folder, "api.sh"), "");
        Refused(_app.Host(executable: "api.sh").Http("X", "api/x"), "not executable");
    }

    [Fact]
    public void Another_version_of_the_file_is_refused() => Refused(_app.Host(version: "3.0").Http("X", "api/x"), "version must be");

    [Fact]
    public void A_broken_function_file_is_refused_by_name() => Refused(_app.Function("Broken", "{ nonsense"), "Broken/function.json is not valid");

    [Fact]
    public void Two_triggers_are_refused() => Refused(
        _app.Function("Two", """{ "bindings": [ { "type": "timerTrigger", "name": "a" }, { "type": "queueTrigger", "name": "b" } ] }"""), "exactly one trigger");

    [Fact]
    public void A_setting_that_is_not_there_is_refused() => Refused(_app.Timer("T", "%Missing%"), "missing setting %Missing%");

    [Fact]
    public void A_folder_without_functions_is_refused() => Refused(_app, "no functions");

    private static void Refused(FakeApp app, string because) => Should.Throw<StartRefused>(() => Read(app)).Message.ShouldContain(because);

    private static AppManifest Read(FakeApp app) => ManifestReader.Read(app.Folder, _ => null, new Journal(_ => { }));

    private AppManifest Read(Func<string, string?> setting) => ManifestReader.Read(_app.Folder, setting, new Journal(_ => { }));
}
