using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>A town without 连心 walls.</summary>
internal sealed class NoWallSheets : IWallSheets
{
    public Task<int> MakeDueAsync(string agency, DateOnly since, CancellationToken cancellation) => Task.FromResult(0);

    public Task<IReadOnlyList<string>> MakeMissingAsync(string agency, int year, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);
}
