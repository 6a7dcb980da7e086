using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Input;
using Lianxin.Functions.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class HandlerHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_question_of_the_host_is_answered_at_once_and_leaves_no_line()
    {
        await using var app = await RunningApp.StartAsync();
        var before = app.Lines.Count;
        var answer = await app.Client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Lines.Skip(before).ShouldBeEmpty();
        app.Accounts.Finds.ShouldBe(0);
    }

    [Theory]
    [InlineData("urls=http://0.0.0.0:80")]
    [InlineData("http_ports=8080")]
    public async Task An_inherited_address_is_ignored(string setting)
    {
        await using var app = await RunningApp.StartAsync(settings: setting);
        app.Address.Host.ShouldBe("127.0.0.1");
        app.Address.Port.ShouldNotBeOneOf(80, 8080);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_failure_shows_no_stack_trace_whatever_the_environment(string environment)
    {
        await using var app = await RunningApp.StartAsync(
            map: routes => routes.Serve(Permissions.Catalogue, _ => throw new InvalidOperationException("inner matter")),
            settings: "environment=" + environment);
        var answer = await app.Client.GetAsync(new Uri("/api/catalogue", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        text.ShouldNotContain("inner matter");
        text.ShouldNotContain("   at ");
        JsonDocument.Parse(text).RootElement.GetProperty("code").GetString().ShouldBe("internal-error");
        app.Lines.Count(l => l.Contains("inner matter", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_upload_over_the_servers_default_limit_is_taken_and_one_over_ours_is_413()
    {
        await using var app = await RunningApp.StartAsync(map: routes =>
            routes.Serve(Permissions.SignIn, async context =>
            {
                var read = await BoundedBody.ReadAsync(context.Request.Body, long.MaxValue, context.RequestAborted);
                context.Response.StatusCode = read is null ? 413 : 200;
            }));
        (await PostAsync(31_000_000)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await PostAsync((int)HandlerHost.MaxRequestBytes + 1);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        Task<HttpResponseMessage> PostAsync(int bytes)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = new ByteArrayContent(new byte[bytes]) };
            request.Headers.ExpectContinue = true;
            return app.Client.SendAsync(request, Cancellation);
        }
    }

    [Fact]
    public async Task Storage_is_not_touched_before_the_port_is_open()
    {
        var touched = 0;
        await using var app = await RunningApp.StartAsync(documents: new DocumentsInMemory { BeforeFind = () => touched++ });
        (await app.Client.GetAsync(new Uri("/", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        touched.ShouldBe(0);
        app.Accounts.Finds.ShouldBe(0);
    }

    [Fact]
    public async Task A_program_that_stops_without_being_told_to_does_not_end_with_zero()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        free.Stop();
        var code = await HandlerHost.RunAsync(
            [],
            new FunctionApp(),
            builder =>
            {
                builder.Services.AddSingleton<IAccountStore>(new AccountsInMemory());
                builder.Services.AddSingleton<IDocumentStore>(new DocumentsInMemory());
                builder.Services.AddAccess(builder.Configuration);
                builder.Services.AddHostedService<Failing>();
            },
            _ => { },
            port);
        code.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_port_the_program_fails_and_never_with_zero() =>
        (await HandlerHost.RunAsync([], FunctionApp.Lianxin, _ => { }, _ => { })).ShouldBe(1);

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_problems_too()
    {
        await using var app = await RunningApp.StartAsync(map: routes =>
            routes.Serve(Permissions.Catalogue, context => context.Response.WriteAsync("x", context.RequestAborted)));
        var unknown = await app.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative), Cancellation);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await unknown.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"code\":\"not-found\"");
        var wrong = await app.Client.DeleteAsync(new Uri("/api/catalogue", UriKind.Relative), Cancellation);
        wrong.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        wrong.Content.Headers.Allow.ShouldContain("GET");
        (await wrong.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"code\":\"method-not-allowed\"");
    }

    [Fact]
    public async Task An_endpoint_that_is_not_in_the_table_of_permissions_is_closed()
    {
        await using var app = await RunningApp.StartAsync(map: routes =>
            routes.MapGet("/api/forgotten", (RequestDelegate)(context => context.Response.WriteAsync("open", context.RequestAborted))));
        var answer = await app.Client.GetAsync(new Uri("/api/forgotten", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("a background failure");
        }
    }
}
