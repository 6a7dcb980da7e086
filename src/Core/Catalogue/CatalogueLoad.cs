using System.Diagnostics.CodeAnalysis;
using Lianxin.Core.Text;

namespace Lianxin.Core.Catalogue;

/// <summary>What came of reading the catalogue: the catalogue, or every problem that keeps it from being used.</summary>
public sealed record CatalogueLoad(DisclosureCatalogue? Catalogue, IReadOnlyList<DataProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Catalogue))]
    public bool Loaded => Catalogue is not null;
}
