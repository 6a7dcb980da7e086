using Lianxin.Core;
using Lianxin.Core.Handovers;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.Http.Views;

/// <summary>What a look at the county's address showed.</summary>
public sealed record HandoverCheckView(string Result, IReadOnlyList<string> Missing, string? Reason, DateTimeOffset At, string TextHash)
{
    public static HandoverCheckView? Of(HandoverCheck? check) =>
        check is null ? null : new HandoverCheckView(Names.Of(check.Result), check.Missing, check.Reason, check.At, check.TextHash);
}

/// <summary>How an item stands with the county.</summary>
/// <param name="HandedOver">What the newest tick speaks of; null where there is none.</param>
public sealed record HandoverView(
    string Id,
    string IndexNumber,
    string? Title,
    string Office,
    string Kind,
    int Version,
    DateOnly PublishedOn,
    string Status,
    HandedOverView? HandedOver)
{
    public static HandoverView Of(HandoverLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        // The title of what was taken down may be the very thing that had to go.
        return new HandoverView(
            line.Row.Id, line.Row.IndexNumber, line.Wanted.Kind == HandoverKind.Publication ? line.Row.Title : null, line.Row.Office, Names.Of(line.Wanted.Kind), line.Wanted.Version,
            line.Row.PublishedOn, Names.Of(line.Status), HandedOverView.Of(line.Done));
    }
}

/// <param name="AskedAt">When a look was asked for that has not come yet; null for none.</param>
/// <param name="Tries">Looks since the tick.</param>
public sealed record HandedOverView(
    string Kind, int Version, string Address, DateOnly HandedOverOn, string By, DateTimeOffset TickedAt, DateTimeOffset? AskedAt, int Tries, HandoverCheckView? Check)
{
    public static HandedOverView? Of(Handover? done) => done is null
        ? null
        : new HandedOverView(Names.Of(done.Kind), done.Version, done.Address, done.HandedOverOn, done.By, done.TickedAt, done.AskedAt, done.Tries, HandoverCheckView.Of(done.Check));
}

/// <summary><c>GET /api/handovers</c>.</summary>
public sealed record HandoverListView(IReadOnlyList<HandoverView> Items, string? Continuation);
