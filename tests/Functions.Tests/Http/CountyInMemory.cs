using Lianxin.Functions.Channels;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The county's portal in memory: what lies at an address; nothing lies at others.</summary>
internal sealed class CountyInMemory : ICountyPages
{
    public Dictionary<string, CountyPage> Pages { get; } = new(StringComparer.Ordinal);

    public int Asked { get; private set; }

    public Task<CountyPage> ReadAsync(Uri address, CancellationToken cancellation)
    {
        Asked++;
        return Task.FromResult(Pages.GetValueOrDefault(address.AbsoluteUri, new CountyPage.Failed("县级门户没有按时应答")));
    }
}
