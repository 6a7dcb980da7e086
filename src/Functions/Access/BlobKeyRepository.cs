using System.Xml.Linq;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lianxin.Functions.Access;

/// <summary>
/// The ring of keys that protect sessions, one XML document in the container <c>keys</c>, so that every instance reads the
/// sessions of every other. Written only over the state that was read.
/// </summary>
public sealed class BlobKeyRepository(IDocumentStore documents) : IXmlRepository
{
    public const string DocumentName = "session-keys.xml";

    private const int MaxRaces = 10;

    private readonly Lock gate = new();
    private HashSet<string> seen = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var ring = Load().Ring;
        lock (gate)
            seen = KeyIds(ring);
        return [.. ring.Elements()];
    }

    /// <summary>
    /// Adds an element. Two instances that start together both find no key and both make one: the second to write drops its own
    /// and, as the framework reads the ring again after storing, takes the first one's. Otherwise each would hand out sessions
    /// that the other cannot read.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        for (var race = 0; race < MaxRaces; race++)
        {
            var (ring, fence) = Load();
            if (element.Name.LocalName == "key" && IsSuperseded(ring))
                return;
            ring.Add(element);
            if (Save(ring, fence))
                return;
        }

        throw new StorageUnavailableException("The key ring could not be written because of too many races.");
    }

    private bool IsSuperseded(XElement ring)
    {
        lock (gate)
            return !KeyIds(ring).IsSubsetOf(seen);
    }

    private static HashSet<string> KeyIds(XElement ring) =>
        [.. ring.Elements().Where(e => e.Name.LocalName == "key").Select(e => e.Attribute("id")?.Value ?? "")];

    // The framework's interface is synchronous and is called once a day; there is no synchronization context to wait on.
    private (XElement Ring, string? Fence) Load()
    {
        var stored = documents.FindAsync(Containers.Keys, DocumentName, CancellationToken.None).GetAwaiter().GetResult();
        if (stored is null)
            return (new XElement("keys"), null);
        using var bytes = new MemoryStream(stored.Bytes);
        return (XElement.Load(bytes), stored.Fence);
    }

    private bool Save(XElement ring, string? fence)
    {
        using var bytes = new MemoryStream();
        ring.Save(bytes);
        return documents
            .TryPutAsync(Containers.Keys, DocumentName, bytes.ToArray(), "application/xml", fence, CancellationToken.None)
            .GetAwaiter().GetResult() is not null;
    }
}
