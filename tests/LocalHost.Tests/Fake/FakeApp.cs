using System.Text;

namespace Lianxin.LocalHost.Tests.Fake;

/// <summary>A published app folder whose handler is this test program.</summary>
public sealed class FakeApp : IDisposable
{
    public FakeApp()
    {
        Folder = Directory.CreateTempSubdirectory("lianxin-app-").FullName;
        Data = Directory.CreateTempSubdirectory("lianxin-data-").FullName;
        Script = new FakeScript(Data);
        Host();
    }

    public string Folder { get; }

    public string Data { get; }

    public FakeScript Script { get; }

    public FakeApp Host(string queues = "{}", string functionTimeout = "00:05:00", string prefix = "", string? executable = null, string handler = "", string version = "2.0")
    {
        var exe = executable ?? Environment.ProcessPath;
        File.WriteAllText(Path.Combine(Folder, "host.json"), $$"""
            { "version": "{{version}}", "functionTimeout": "{{functionTimeout}}",
              "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" },
              "extensions": { "http": { "routePrefix": "{{prefix}}" }, "queues": {{queues}} },
              "customHandler": { "description": { "defaultExecutablePath": "{{exe}}", "arguments": ["--fake-handler"] },
                "enableProxyingHttpRequest": true, "enableForwardingHttpRequest": true{{handler}} } }
            """);
        return this;
    }

    public FakeApp Http(string name, string route, string more = "\"authLevel\": \"anonymous\"") => Function(name, $$"""
        { "bindings": [ { "type": "httpTrigger", "direction": "in", "name": "req", "route": "{{route}}", {{more}} },
          { "type": "http", "direction": "out", "name": "res" } ] }
        """);

    public FakeApp Timer(string name, string schedule, string binding = "myTimer", string more = "") => Function(name, $$"""
        { "bindings": [ { "type": "timerTrigger", "direction": "in", "name": "{{binding}}", "schedule": "{{schedule}}"{{more}} } ] }
        """);

    public FakeApp Queue(string name, string queue) => Function(name, $$"""
        { "bindings": [ { "type": "queueTrigger", "direction": "in", "name": "msg", "queueName": "{{queue}}", "connection": "AzureWebJobsStorage" } ] }
        """);

    public FakeApp Function(string name, string json)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name));
        File.WriteAllText(Path.Combine(Folder, name, "function.json"), json, Encoding.UTF8);
        return this;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Data, recursive: true);
    }
}
