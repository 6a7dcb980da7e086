using System.Globalization;
using System.Net;

namespace Lianxin.Bench.Running;

/// <summary>The published function app, started as the Functions host starts it.</summary>
internal sealed class Handler : IAsyncDisposable
{
    /// <summary>Business time of every measurement, so that the items that are submitted stay lawful for ever.</summary>
    public const string Clock = "2026-11-24T09:00:00+08:00";
    private readonly Child process;

    private Handler(Child process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => process.Id;

    public string Output => process.Output;

    /// <summary>Answers as soon as the process answers <c>GET /</c>, which is when the Functions host begins to send.</summary>
    public static async Task<Handler> StartAsync(Installation installation, string connection, Staff staff)
    {
        var port = FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture);
        var process = Child.Start(Path.Combine(installation.App, "Lianxin.Functions"), [], new Dictionary<string, string>
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port,
            ["AzureWebJobsStorage"] = connection,
            ["Lianxin__Agency"] = "ligang",
            ["Lianxin__AgencyName"] = "贺兰县立岗镇",
            ["Lianxin__DemoMode"] = "true",
            ["Lianxin__DemoStaffFile"] = staff.File,
            ["Lianxin__BusinessClock"] = Clock,
        });
        var handler = new Handler(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { BaseAddress = handler.Address };
        await process.UntilAsync(() => AnswersAsync(http, "/"));
        return handler;
    }

    /// <summary>Until storage is prepared and the accounts are there.</summary>
    public async Task UntilHealthyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await process.UntilAsync(() => AnswersAsync(http, "/api/health"));
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    internal static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
