using System.Collections.Concurrent;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Lianxin.EndToEnd.Running;
using Microsoft.Playwright;

namespace Lianxin.EndToEnd.Browser;

/// <summary>Somebody in front of a browser. Whatever the pages ask of other hosts, and whatever the browser complains about, is kept.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly BundledAxeScriptProvider Rules = new();

    private readonly IBrowserContext context;
    private readonly Uri address;

    public Visit(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        this.address = address;
        Page = page;
        page.SetDefaultTimeout(20_000);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != address.Authority)
            {
                Strangers.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Requests that went to another host.</summary>
    public ConcurrentBag<string> Strangers { get; } = [];

    /// <summary>Errors of scripts and breaches of the content policy.</summary>
    public ConcurrentBag<string> Complaints { get; } = [];

    /// <summary>Signs in by the desk's own form, as the first account of the role (and office).</summary>
    public async Task SignInAsync(RunningSystem system, string role, string? office = null, int which = 0)
    {
        var staff = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(system.Data, "demo-staff.json")));
        var account = staff.EnumerateArray()
            .Where(a => a.GetProperty("role").GetString() == role && (office is null || a.GetProperty("office").GetString() == office))
            .ElementAt(which);
        await Page.GotoAsync("/desk/sign-in");
        await Page.GetByLabel("账号").FillAsync(account.GetProperty("account").GetString()!);
        await Page.GetByLabel("密码").FillAsync(account.GetProperty("password").GetString()!);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    /// <summary>What the accessibility rules (WCAG 2.1 AA and good practice) call serious or critical on the page that is open.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        await Page.EvaluateAsync(Rules.GetScript());
        // Only what is broken is told: the tale of everything that is well takes many times as long.
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${location.pathname}: ${v.id} (${v.impact}), ${v.nodes.length} places: ${v.help}: ${v.nodes[0].html}`)
            """);
    }

    /// <summary>How far the page is wider than the window, in CSS pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Addresses on this host that the page links to, without fragments.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() =>
        [.. (await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => a.href)"))
            .Select(link => new Uri(link))
            .Where(link => link.Authority == address.Authority)
            .Select(link => link.PathAndQuery)
            .Distinct(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
