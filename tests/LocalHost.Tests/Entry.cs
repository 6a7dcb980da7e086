using Lianxin.LocalHost.Tests;
using Lianxin.LocalHost.Tests.Fake;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The same choices as xunit's generated entry point, with one mode more.
if (args.Contains("--fake-handler"))
{
    return await FakeHandler.RunAsync();
}

return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
