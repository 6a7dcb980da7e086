namespace Lianxin.Bench.Running;

/// <summary>What <c>./bench</c> has made ready: the published app and host, the emulator, the sample year.</summary>
public sealed record Installation(string Root, string Published)
{
    public string App => Path.Combine(Published, "app");

    public string Host => Path.Combine(Published, "host", "Lianxin.LocalHost.dll");

    public string EmulatorFolder => Path.Combine(Root, "build", "emulator");

    public string Sample => Path.Combine(Root, "samples", "ligang-2014");

    /// <exception cref="InvalidOperationException">The program was not started by <c>./bench</c>.</exception>
    public static Installation Find() => new(Given("LIANXIN_ROOT"), Given("LIANXIN_PUBLISHED"));

    private static string Given(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set; start ./bench.");
}
