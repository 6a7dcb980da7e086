using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Calendars;

/// <summary>A notice that was examined or loaded, and what it moves.</summary>
public sealed record NoticeOutcome(HolidayNotice Notice, IReadOnlyList<DueChange> Changes);

/// <summary>
/// The State Council's yearly notices that were loaded on the desk, one document for all, written over the state that was read only. Every
/// handler looks whether it has changed, at most every few seconds, before it answers a call or a trigger.
/// </summary>
public sealed class HolidayNotices(IDocumentStore documents, ReferenceData reference, BusinessClock business, TimeProvider machine)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private const string Name = "calendar/holiday-notices.json";

    private const int MostRaces = 10;

    private long lookedAt = long.MinValue;
    private string? knownFence;

    /// <summary>Takes over what another handler loaded. Storage that is away leaves the calendar as it was.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var now = machine.GetUtcNow().Ticks;
        var last = Interlocked.Read(ref lookedAt);
        if (now - last < Pace.Ticks && now >= last && last != long.MinValue)
            return;
        if (Interlocked.CompareExchange(ref lookedAt, now, last) != last)
            return;
        try
        {
            if (await documents.FenceAsync(Containers.Sealed, Name, cancellation) is { } fence && fence != knownFence)
                await ReadAsync(cancellation);
        }
        catch (StorageUnavailableException)
        {
            // Health tells that storage is away; the next look comes soon.
        }
    }

    /// <summary>Every version of every year that was loaded here, oldest first.</summary>
    public async Task<IReadOnlyList<HolidayNotice>> ListAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Notices;

    /// <summary>Examines a notice and tells what it would move; nothing is written.</summary>
    public async Task<Decision<NoticeOutcome>> CheckAsync(Actor by, HolidayNoticeInput input, CancellationToken cancellation) =>
        Examine(by, input, (await ReadAsync(cancellation)).Notices);

    public async Task<Decision<NoticeOutcome>> LoadAsync(Actor by, HolidayNoticeInput input, CancellationToken cancellation)
    {
        for (var race = 0; race < MostRaces; race++)
        {
            var (notices, fence) = await ReadAsync(cancellation);
            var decision = Examine(by, input, notices);
            if (!decision.Accepted)
                return decision;
            IReadOnlyList<HolidayNotice> all = [.. notices, decision.Value.Notice];
            var bytes = JsonSerializer.SerializeToUtf8Bytes(all, HolidayNoticeJson.Default.IReadOnlyListHolidayNotice);
            if (await documents.TryPutAsync(Containers.Sealed, Name, bytes, "application/json", fence, cancellation) is { } written)
            {
                Use(all, written);
                return decision;
            }
        }

        return new Refusal(RefusalKind.Stale, "stale", "日历刚刚被他人改动，请刷新后再操作。");
    }

    private Decision<NoticeOutcome> Examine(Actor by, HolidayNoticeInput input, IReadOnlyList<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(by);
        var present = reference.Calendar;
        var decision = HolidayNoticeCommands.Decide(input, present, notices, reference.Shipped.Years, business.Today, by.Account, business.Now);
        return decision.Accepted
            ? new NoticeOutcome(decision.Value, DueChange.Between(by.Agency, decision.Value.Year, reference.Catalogue, present, reference.Shipped.With([.. notices, decision.Value])))
            : decision.Refusal;
    }

    private async Task<(IReadOnlyList<HolidayNotice> Notices, string? Fence)> ReadAsync(CancellationToken cancellation)
    {
        if (await documents.FindAsync(Containers.Sealed, Name, cancellation) is not { } stored)
            return ([], null);
        var notices = JsonSerializer.Deserialize(stored.Bytes, HolidayNoticeJson.Default.IReadOnlyListHolidayNotice) ?? [];
        Use(notices, stored.Fence);
        return (notices, stored.Fence);
    }

    private void Use(IReadOnlyList<HolidayNotice> notices, string fence)
    {
        if (fence == knownFence)
            return;
        reference.Use(reference.Shipped.With(notices));
        knownFence = fence;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<HolidayNotice>))]
internal sealed partial class HolidayNoticeJson : JsonSerializerContext;
