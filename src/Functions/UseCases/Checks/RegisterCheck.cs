using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>
/// 登记簿核对: makes what services of storage that do not agree any more say the same again, and names what is gone (decision record 28).
/// The register is the truth; pages, lists and copies follow it. A pass goes in steps of a bounded size through the queue <c>work</c>;
/// each step can be done twice and by two hosts at once, and a killed pass goes on where it was.
/// </summary>
public sealed class RegisterCheck(
    IRegister register, IDocumentStore documents, CheckedItems items, CheckedYears years, CheckedBooks books, IMessageSender sender, LianxinOptions options, BusinessClock business, TimeProvider machine)
{
    /// <summary>Kind of the message on queue <c>work</c>; its subject is the agency.</summary>
    public const string MessageKind = "check-register";

    /// <summary>Items of one step.</summary>
    public const int Step = 40;

    /// <summary>Findings that are kept of one pass; the count goes on.</summary>
    private const int MostFindings = 500;
    private const int Races = 5;

    private const string ItemsPart = "items";
    private const string YearPart = "year";
    private static readonly string[] BookParts = ["feedback", "cases", "reports", "sheets", "rest"];

    /// <summary>What of another agency in the same storage can be checked: lists, register page and reports of the site are this app's own agency's.</summary>
    private static readonly string[] OthersParts = ["feedback", "rest"];

    /// <summary>A pass that has not moved for so long has lost its message.</summary>
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RunTime = TimeSpan.FromMinutes(2);

    public async Task<CheckState> StateAsync(string agency, CancellationToken cancellation) => (await ReadAsync(agency, cancellation)).State;

    /// <summary>Asks for a pass; false when one is on its way.</summary>
    /// <param name="notWithin">Null: in any case. Otherwise only when the last whole pass is older, as the start of the app asks;
    /// zero also beside a pass that moves, whose message may have been lost in the crash.</param>
    public async Task<bool> RequestAsync(string agency, TimeSpan? notWithin, CancellationToken cancellation)
    {
        var (state, _) = await ReadAsync(agency, cancellation);
        var now = machine.GetUtcNow();
        var isMoving = state.Part.Length > 0 && now - state.MovedAt < Stalled;
        if (isMoving && notWithin != TimeSpan.Zero)
        {
            return false;
        }

        if (notWithin is { } within && state.Part.Length == 0 && now - state.FinishedAt < within)
        {
            return false;
        }

        await sender.SendAsync(new OutboxMessage("work", MessageKind, agency, 1), cancellation);
        return true;
    }

    /// <summary>What the queue does: steps for at most some minutes, then the next message. Answers whether the pass is through.</summary>
    public async Task<bool> RunAsync(string agency, CancellationToken cancellation)
    {
        var started = machine.GetTimestamp();
        while (machine.GetElapsedTime(started) < RunTime)
        {
            if (await StepAsync(agency, cancellation))
            {
                return true;
            }
        }

        await sender.SendAsync(new OutboxMessage("work", MessageKind, agency, 1), cancellation);
        return false;
    }

    /// <summary>One step; answers whether it was the last of a pass. A host that loses the race for the state did the same work as the one that won.</summary>
    public async Task<bool> StepAsync(string agency, CancellationToken cancellation)
    {
        var (state, fence) = await ReadAsync(agency, cancellation);
        var now = machine.GetUtcNow();
        if (state.Part.Length == 0)
        {
            state = state with { StartedAt = now, Part = ItemsPart, Cursor = "", Items = 0, Repaired = 0, Found = [] };
        }

        var found = new List<CheckFinding>();
        var next = await WorkAsync(agency, state, found.Add, cancellation);
        state = next with
        {
            MovedAt = now,
            Repaired = next.Repaired + found.Count(f => f.IsRepaired),
            Found = [.. next.Found.Concat(found).Distinct().OrderBy(f => f.IsRepaired).Take(MostFindings)],
        };
        if (state.Part.Length == 0)
        {
            state = state with { FinishedAt = now, Lost = [.. state.Found.Where(f => !f.IsRepaired)] };
        }

        return await WriteAsync(agency, state, fence, cancellation) && state.Part.Length == 0;
    }

    /// <summary>A loss that somebody has looked at is not told again; false when it is not there.</summary>
    public async Task<bool> PutAsideAsync(string agency, CheckFinding finding, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            var (state, fence) = await ReadAsync(agency, cancellation);
            if (!state.Open.Contains(finding))
            {
                return false;
            }

            if (await WriteAsync(agency, state with { PutAside = [.. state.PutAside, finding] }, fence, cancellation))
            {
                return true;
            }
        }

        throw new StorageUnavailableException("The state of the check changed under every attempt to add to it.");
    }

    private async Task<CheckState> WorkAsync(string agency, CheckState state, Action<CheckFinding> note, CancellationToken cancellation)
    {
        switch (state.Part)
        {
            case ItemsPart:
                var page = await register.ListAsync(
                    new ItemQuery(agency, null, null, null, null, null, null, Step, state.Cursor.Length == 0 ? null : state.Cursor), cancellation);
                foreach (var row in page.Items)
                {
                    await NotedAsync(() => items.CheckAsync(row, note, cancellation), row.Id, note);
                }

                state = state with { Items = state.Items + page.Items.Count };
                return page.Continuation is { } more ? state with { Cursor = more } : state with { Part = IsOwn(agency) ? YearPart : OthersParts[0], Cursor = "" };
            case YearPart:
                var all = (await register.YearsAsync(agency, cancellation)).Append(business.Today.Year).Distinct().OrderDescending().ToList();
                // What is registered in December may go out in January.
                all = [.. all.Select(y => y + 1).Where(y => y <= business.Today.Year).Concat(all).Distinct().OrderDescending()];
                var year = state.Cursor.Length == 0 ? all[0] : int.Parse(state.Cursor, CultureInfo.InvariantCulture);
                var named = year.ToString(CultureInfo.InvariantCulture);
                await NotedAsync(() => years.StrangersAsync(agency, year, note, cancellation), named, note);
                await NotedAsync(() => years.ListsAsync(agency, year, note, cancellation), named, note);
                var older = all.Where(y => y < year).Select(y => (int?)y).FirstOrDefault();
                return older is { } then ? state with { Cursor = then.ToString(CultureInfo.InvariantCulture) } : state with { Part = BookParts[0], Cursor = "" };
            default:
                await NotedAsync(() => BooksAsync(agency, state.Part, note, cancellation), state.Part, note);
                var parts = IsOwn(agency) ? BookParts : OthersParts;
                var at = Array.IndexOf(parts, state.Part);
                return state with { Part = at >= 0 && at + 1 < parts.Length ? parts[at + 1] : "", Cursor = "" };
        }
    }

    private bool IsOwn(string agency) => string.Equals(agency, options.Agency, StringComparison.Ordinal);

    /// <summary>What cannot be read stops nothing behind it: it is named, and the pass goes on.</summary>
    private static async Task NotedAsync(Func<Task> work, string subject, Action<CheckFinding> note)
    {
        try
        {
            await work();
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or JsonException or FormatException)
        {
            note(new CheckFinding(CheckKind.TextGone, subject, unreadable.Message));
        }
    }

    private Task BooksAsync(string agency, string part, Action<CheckFinding> note, CancellationToken cancellation) => part switch
    {
        "feedback" => books.FeedbackAsync(agency, note, cancellation),
        "cases" => books.CasesAsync(agency, note, cancellation),
        "reports" => books.ReportsAsync(agency, note, cancellation),
        "sheets" => books.SheetsAsync(agency, note, cancellation),
        _ => books.RestAsync(agency, note, cancellation),
    };

    private async Task<(CheckState State, string? Fence)> ReadAsync(string agency, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, NameOf(agency), cancellation) is { } stored
            ? (JsonSerializer.Deserialize(stored.Bytes, CheckJson.Default.CheckState) ?? CheckState.None, stored.Fence)
            : (CheckState.None, null);

    private async Task<bool> WriteAsync(string agency, CheckState state, string? fence, CancellationToken cancellation) =>
        await documents.TryPutAsync(
            Containers.Sealed, NameOf(agency), JsonSerializer.SerializeToUtf8Bytes(state, CheckJson.Default.CheckState), "application/json", fence, cancellation) is not null;

    private static string NameOf(string agency) => $"checks/{agency}.json";
}
