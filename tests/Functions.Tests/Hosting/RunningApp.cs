using System.Collections.Concurrent;
using System.Net;
using Lianxin.Core.Access;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Hosting;

/// <summary>The handler on a free port of loopback, with stores in memory and a machine clock that the test moves.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningApp(WebApplication app, FakeTimeProvider clock, AccountsInMemory accounts, IDocumentStore documents)
    {
        this.app = app;
        Clock = clock;
        Accounts = accounts;
        Documents = documents;
        Address = new Uri(app.Urls.Single());
        Client = NewClient();
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; }

    public AccountsInMemory Accounts { get; }

    public IDocumentStore Documents { get; }

    public Uri Address { get; }

    /// <summary>Keeps cookies, follows no redirect.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public ConcurrentQueue<string> Lines => app.Services.GetRequiredService<LinesInMemory>().Lines;

    public static async Task<RunningApp> StartAsync(
        Action<WebApplication>? map = null,
        FunctionApp? functions = null,
        Action<IServiceCollection>? services = null,
        IDocumentStore? documents = null,
        AccountsInMemory? accounts = null,
        params string[] settings)
    {
        var clock = new FakeTimeProvider(Start);
        accounts ??= new AccountsInMemory();
        documents ??= new DocumentsInMemory();
        var app = HandlerHost.Build(
            [.. settings.Select(s => "--" + s)],
            port: 0,
            functions ?? new FunctionApp(),
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton<IAccountStore>(accounts);
                builder.Services.AddSingleton(documents);
                builder.Services.AddAccess(builder.Configuration);
                builder.Services.AddSingleton<LinesInMemory>();
                builder.Services.AddSingleton<ILoggerProvider>(p => p.GetRequiredService<LinesInMemory>());
                services?.Invoke(builder.Services);
            },
            map ?? (_ => { }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningApp(app, clock, accounts, documents);
    }

    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
