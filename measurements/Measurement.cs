using Lianxin.Bench.Results;
using Lianxin.Bench.Running;

namespace Lianxin.Bench;

/// <summary>How much is measured: <see cref="Quick"/> tells a trend within a minute.</summary>
public sealed record Extent(Installation Installation, bool Quick);

/// <summary>One measurement and the figures that come of it.</summary>
/// <param name="Name">What <c>--only</c> calls it.</param>
public sealed record Measurement(string Name, string About, Func<Extent, Task<IReadOnlyList<Figure>>> Run);
