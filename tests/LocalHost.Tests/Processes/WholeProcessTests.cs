using System.Globalization;
using Azure.Storage.Blobs;
using Lianxin.LocalHost.Processes;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Processes;

public sealed class WholeProcessTests(EmulatorFixture emulator) : IDisposable
{
    private readonly FakeApp _app = new FakeApp().Http("Health", "api/health").Http("Env", "environment");

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Interrupt)]
    public async Task A_signal_ends_everything_in_order_and_what_was_stored_is_there_again(int signal)
    {
        using (var first = new HostProcess(_app))
        {
            await first.ReadyAsync();
            first.HasExited.ShouldBeFalse(first.Output);
            var storage = await StorageAsync(first);
            await Container(storage).CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
            await Container(storage).GetBlobClient("one").UploadAsync(BinaryData.FromString("1"), TestContext.Current.CancellationToken);
            var children = Children();
            children.Count.ShouldBe(2);
            first.Signal(signal);

            (await first.ExitCodeAsync()).ShouldBe(0);
            children.ShouldAllBe(pid => !IsAlive(pid));
            first.Output.ShouldNotContain("kill");
        }

        using var second = new HostProcess(_app);
        await second.ReadyAsync();
        (await Container(await StorageAsync(second)).GetBlobClient("one").ExistsAsync(TestContext.Current.CancellationToken)).Value.ShouldBeTrue();
        second.Signal(Signals.Terminate);
        (await second.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_interrupt_counts_even_where_the_shell_ignored_it_for_a_background_job()
    {
        using var host = new HostProcess(_app, ["--storage", emulator.Connection], shell: "trap '' INT; exec \"$0\" \"$@\"");
        await host.ReadyAsync();

        host.Signal(Signals.Interrupt);

        (await host.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_host_that_is_killed_outright_leaves_no_process_behind()
    {
        using var host = new HostProcess(_app, "--in-memory");
        await host.ReadyAsync();
        var children = Children();

        host.Signal(Signals.Kill);

        await Wait.UntilAsync(() => !children.Any(IsAlive), "children gone");
        children.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_dead_emulator_comes_back_on_its_ports()
    {
        using var host = new HostProcess(_app, "--in-memory");
        await host.ReadyAsync();
        var storage = await StorageAsync(host);
        Signals.Send(Pid("emulator"), Signals.Kill);

        await Wait.UntilAsync(() => host.Output.Contains("restarts on its ports", StringComparison.Ordinal), "report");
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05) { Retry = { MaxRetries = 0 } };
        var service = new BlobServiceClient(storage, options);
        await Wait.UntilAsync(
            async () =>
            {
                try
                {
                    await service.GetPropertiesAsync();
                    return true;
                }
                catch (Azure.RequestFailedException)
                {
                    return false;
                }
            },
            "storage is back");
        host.Signal(Signals.Terminate);
        (await host.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_hosts_cannot_have_one_data_folder()
    {
        using var first = new HostProcess(_app, "--storage", emulator.Connection);
        await first.ReadyAsync();
        using var second = new HostProcess(_app, "--storage", emulator.Connection);

        (await second.ExitCodeAsync()).ShouldBe(1);
        await Wait.UntilAsync(() => second.Output.Contains("is in use by another host", StringComparison.Ordinal), "message");
        first.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hosts_with_folders_and_ports_of_their_own_stand_side_by_side()
    {
        using var other = new FakeApp().Http("Health", "api/health");
        using var first = new HostProcess(_app, "--storage", emulator.Connection);
        using var second = new HostProcess(other, "--storage", emulator.Connection);

        await first.ReadyAsync();
        await second.ReadyAsync();
        first.HasExited.ShouldBeFalse(first.Output);
        second.HasExited.ShouldBeFalse(second.Output);
    }

    [Fact]
    public async Task A_bad_option_is_exit_2_with_a_message_in_both_languages()
    {
        using var host = new HostProcess(_app, "--clock", "yesterday");

        (await host.ExitCodeAsync()).ShouldBe(2);
        await Wait.UntilAsync(() => host.Output.Contains("时差", StringComparison.Ordinal) && host.Output.Contains("an instant with an offset", StringComparison.Ordinal), "message");
    }

    private static BlobContainerClient Container(string storage) =>
        new(storage, "kept", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05));

    private List<int> Children() => [Pid("emulator"), Pid("handler")];

    private int Pid(string name) =>
        int.Parse(File.ReadAllText(Path.Combine(_app.Data, $"{name}.pid")).Split(' ')[0], CultureInfo.InvariantCulture);

    private static bool IsAlive(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> StorageAsync(HostProcess host)
    {
        using var http = new HttpClient();
        var environment = await http.GetStringAsync(new Uri($"http://127.0.0.1:{host.Port}/environment"));
        return environment.Split('\n').Single(line => line.StartsWith("AzureWebJobsStorage=", StringComparison.Ordinal)).Split('=', 2)[1];
    }
}
