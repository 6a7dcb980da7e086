using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Http.Views;

namespace Lianxin.Functions.UseCases;

/// <summary>What was done about troubles, by whom and why: one document, added to under its fence. A township has some dozens in a year.</summary>
public sealed class TroubleRecords(IDocumentStore documents)
{
    private const string Name = "troubles/settled.json";
    private const int Races = 8;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<SettledTrouble>> ListAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Records;

    public async Task AddAsync(SettledTrouble record, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            var (records, fence) = await ReadAsync(cancellation);
            IReadOnlyList<SettledTrouble> after = [.. records, record];
            var bytes = JsonSerializer.SerializeToUtf8Bytes(after, ApiJson.Default.IReadOnlyListSettledTrouble);
            if (await documents.TryPutAsync(Containers.Sealed, Name, bytes, "application/json", fence, cancellation) is not null)
            {
                return;
            }
        }

        throw new StorageUnavailableException("The record of troubles changed under every attempt to add to it.");
    }

    private async Task<(IReadOnlyList<SettledTrouble> Records, string? Fence)> ReadAsync(CancellationToken cancellation)
    {
        var stored = await documents.FindAsync(Containers.Sealed, Name, cancellation);
        return stored is null ? ([], null) : (JsonSerializer.Deserialize(stored.Bytes, ApiJson.Default.IReadOnlyListSettledTrouble) ?? [], stored.Fence);
    }
}
