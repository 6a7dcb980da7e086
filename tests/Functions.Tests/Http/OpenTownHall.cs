using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Handovers;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Functions.Access;
using Lianxin.Functions.Channels;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Tests.Hosting;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Storage;
using Lianxin.Storage.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The whole app as it is composed, on a free port, over storage in memory; one signed-in client per person.</summary>
public sealed class OpenTownHall : IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> people = new(StringComparer.Ordinal);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private WebApplication app = null!;
    private string? hash;

    /// <summary>Language of the public pages.</summary>
    internal string Language { get; init; } = "zh-CN";

    internal StorageRoom Room { get; private set; } = null!;

    internal SwitchedProbe Probe { get; private set; } = null!;

    internal FakeTimeProvider Clock => clock;

    /// <summary>The county's portal, page by page.</summary>
    internal CountyInMemory County { get; } = new();

    /// <summary>Settings beside the defaults, as <c>Name=value</c>.</summary>
    internal IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Further services, registered last.</summary>
    internal Action<IServiceCollection> Further { get; init; } = _ => { };

    /// <summary>What stands around the register.</summary>
    internal Func<IRegister, IRegister> Around { get; init; } = register => register;

    internal HttpClient Public { get; private set; } = null!;

    internal HttpClient Clerk => people["clerk"];

    internal HttpClient ClerkOfFinance => people["clerk2"];

    internal HttpClient Reviewer => people["reviewer"];

    internal HttpClient Chair => people["chair"];

    internal HttpClient Supervisor => people["supervisor"];

    internal HttpClient Admin => people["admin"];

    /// <summary>Everything that was logged.</summary>
    internal IEnumerable<string> Lines => app.Services.GetRequiredService<LinesInMemory>().Lines;

    internal T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        foreach (var (name, role, office) in new[]
        {
            ("clerk", Role.Clerk, "dangzheng"), ("clerk2", Role.Clerk, "caizheng"), ("reviewer", Role.Reviewer, "dangzheng"),
            ("chair", Role.Chair, "dangzheng"), ("supervisor", Role.Supervisor, "jiwei"), ("admin", Role.Admin, "dangzheng"),
        })
        {
            people[name] = await PersonAsync(name, role, office);
        }
    }

    /// <summary>A new account and its signed-in client, which the caller disposes of.</summary>
    internal async Task<HttpClient> PersonAsync(string name, Role role, string office, string agency = TownHall.Agency)
    {
        hash ??= app.Services.GetRequiredService<Passwords>().Hash("right");
        await Room.Accounts.SaveAsync(new Account(agency, name, "某" + name, role, office, hash, "stamp", false, 0, null), null, Cancellation);
        var client = NewClient();
        using var answer = await PostAsync(client, "/api/session", new { agency, account = name, password = "right" });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Starts without accounts.</summary>
    internal async Task StartAsync(bool storageIsAway = false)
    {
        Room = StorageRoom.InMemory("640000000", clock);
        Probe = new SwitchedProbe(Room.Probe) { IsAway = storageIsAway };
        app = HandlerHost.Build(
            [.. Settings.Select(s => "--" + s)],
            port: 0,
            FunctionApp.Lianxin,
            builder =>
            {
                builder.Configuration["Lianxin:SiteLanguage"] = Language;
                Composition.Compose(builder);
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton(Room);
                builder.Services.AddSingleton(Around(Room.Register));
                builder.Services.AddSingleton<IStorageProbe>(Probe);
                builder.Services.AddSingleton(new CountyHosts(["county.example"], []));
                builder.Services.AddSingleton<ICountyPages>(County);
                builder.Services.AddSingleton<LinesInMemory>();
                builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LinesInMemory>());
                // Fonts are no matter of these tests.
                builder.Services.AddSingleton<IReportRenderer>(new TownHall.PlainRenderer());
                Further(builder.Services);
            },
            Composition.Map);
        await app.StartAsync(Cancellation);
        Public = NewClient();
    }

    internal static Dictionary<string, object?> News(string title, string body = "镇政府召开会议，部署近期工作。") => new()
    {
        ["entry"] = "01-03",
        ["title"] = title,
        ["body"] = body,
        ["formedOn"] = "2026-03-01",
        ["elements"] = Submissions.News(title).Elements,
    };

    internal static Dictionary<string, object?> Acceptance => new()
    {
        ["decision"] = "accept",
        ["secrecyCheck"] = "passed",
        ["answers"] = new Dictionary<string, bool> { ["complete"] = true, ["true"] = true, ["specific"] = true, ["lawful"] = true },
    };

    internal async Task<string> SubmittedAsync(string title)
    {
        using var answer = await PostAsync(Clerk, "/api/items", News(title));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await JsonAsync(answer)).GetProperty("id").GetString()!;
    }

    internal async Task<string> PublishedAsync(string title)
    {
        var id = await SubmittedAsync(title);
        using var answer = await PostAsync(Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"));
        answer.EnsureSuccessStatusCode();
        await DeliverAsync();
        return id;
    }

    /// <summary>Hands every message that was sent to its function, by the address at which the host would.</summary>
    internal async Task DeliverAsync()
    {
        foreach (var message in ((RecordingSender)Room.Messages).Sent)
        {
            var payload = JsonSerializer.Serialize(new { kind = message.Kind, subject = message.Subject, subjectVersion = message.Version });
            var envelope = new { Data = new { item = JsonSerializer.Serialize(payload) }, Metadata = new { DequeueCount = "1" } };
            var function = message.Queue switch { "work" => "RunWork", "republication" => "RepublishItem", "notification" => "SendNotice", _ => "PublishItem" };
            using var answer = await SendAsync(Public, HttpMethod.Post, "/" + function, JsonContent.Create(envelope, null, JsonSerializerOptions.Default));
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("{}");
        }
    }

    internal static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(client, HttpMethod.Post, path, JsonContent.Create(body), headers);

    internal static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await client.SendAsync(request, Cancellation);
    }

    internal static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) => SendAsync(client, HttpMethod.Get, path, null);

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    /// <summary>The stable code of a refusal, whose status must be the given one.</summary>
    internal static async Task<string> CodeAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!;
    }

    internal static MultipartFormDataContent Multipart(object item, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(JsonSerializer.Serialize(item), Encoding.UTF8, "application/json"), "item" } };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "attachments", FileName = $"\"{name}\"", FileNameStar = name };
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part);
        }

        return form;
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        foreach (var client in people.Values)
            client.Dispose();
        await app.DisposeAsync();
        Room.Dispose();
    }

    internal HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.Single()) };

    /// <summary>Storage that can go away.</summary>
    internal sealed class SwitchedProbe(IStorageProbe inner) : IStorageProbe
    {
        public volatile bool IsAway;

        /// <summary>Takes every call and answers none.</summary>
        public volatile bool Hangs;

        /// <summary>Messages in the poison queues, which memory has not.</summary>
        public volatile int Poison;

        /// <summary>Storage's clock; null for none.</summary>
        public Func<DateTimeOffset?> StorageNow { get; set; } = () => null;

        public Task PrepareAsync(CancellationToken cancellation) =>
            IsAway ? throw new StorageUnavailableException("away") : inner.PrepareAsync(cancellation);

        public async Task<StorageHealth> CheckAsync(string agency, CancellationToken cancellation)
        {
            if (Hangs)
                await Task.Delay(Timeout.Infinite, cancellation);
            return IsAway ? new StorageHealth(false, null, 0, "存储不可用") : (await inner.CheckAsync(agency, cancellation)) with { PoisonMessages = Poison, StorageNow = StorageNow() };
        }
    }
}
