using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lianxin.EndToEnd.Browser.RealBrowser))]

namespace Lianxin.EndToEnd.Browser;

/// <summary>
/// Debian's Chromium without a window, started when the first test asks. <c>./test</c> names it in <c>LIANXIN_BROWSER</c>, or says
/// there why none is to be had; then these tests are skipped with that reason.
/// </summary>
public sealed class RealBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<IBrowser>> starting = new(StartAsync);

    /// <summary>A window of its own, with cookies of its own.</summary>
    /// <param name="width">CSS pixels: 1280 as on an office PC, 390 as on a phone.</param>
    /// <param name="script">False: as in a browser that runs none.</param>
    public async Task<Visit> VisitAsync(Uri address, int width = 1280, bool script = true)
    {
        Assert.SkipWhen(Program is null, "no Chromium; as root ./test installs it, otherwise: apt-get install chromium");
        var context = await (await starting.Value).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            Locale = "zh-CN",
            HasTouch = width < 600,
        });
        return new Visit(context, await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        if (starting.IsValueCreated && starting.Value.IsCompletedSuccessfully)
        {
            await (await starting.Value).DisposeAsync();
        }
    }

    private static string? Program => Environment.GetEnvironmentVariable("LIANXIN_BROWSER") is { Length: > 0 } path ? path : null;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        // Without a sandbox: as root, and in containers, Chromium cannot have one; it only sees our own pages.
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-US"] });
    }
}
