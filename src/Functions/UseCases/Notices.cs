using Lianxin.Core.Notices;

namespace Lianxin.Functions.UseCases;

/// <param name="Made">Digests that this call made.</param>
/// <param name="Known">Digests that an earlier call of the same day had made.</param>
public sealed record Told(int Made, int Known);

/// <summary>The rules of telling: data read at start.</summary>
public sealed record NoticeRules(Ladder Ladder, ContactBook Contacts);

/// <summary>
/// Tells people what is missing. The daily sweep asks <see cref="LastToldAsync"/>, gathers what has come since
/// (<see cref="Ladder.StepsSince"/>, <see cref="Addressing.PerPerson"/>) and hands it to <see cref="TellAsync"/>.
/// </summary>
public sealed class Notices(DeliveryBook book, TimeProvider machine)
{
    /// <summary>
    /// Makes one digest per person, with a delivery for each way out to them, and writes down that the day was told.
    /// <list type="bullet">
    /// <item>Once: agency, day, person and kind make the id. A second call of the same day makes only what is missing, and changes nothing that
    /// is there, also when its lines differ: what was said stays said, and new trouble is told tomorrow.</item>
    /// <item>Killed anywhere, the next call of the same day goes on where it stopped. A call on a later day instead makes digests under the later
    /// day's id, and people whom the killed one had reached hear those steps again.</item>
    /// <item>Durable before it returns: each digest is one transaction with its messages. Nothing is sent here; queue functions do that, at
    /// least once, and a failure is a state of the delivery.</item>
    /// <item>People without lines get nothing; a person named twice counts once, with all lines. The day counts as told also when
    /// nobody had lines, so that <see cref="LastToldAsync"/> moves on.</item>
    /// </list>
    /// </summary>
    /// <param name="day">Business date in China Standard Time.</param>
    /// <exception cref="Core.Items.StorageUnavailableException">Storage went away; call again.</exception>
    public async Task<Told> TellAsync(string agency, IReadOnlyList<PersonNotice> people, DateOnly day, DigestKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var told = new Told(0, 0);
        foreach (var person in people.Where(p => p.Lines.Count > 0).GroupBy(p => p.Person.Key))
        {
            var notice = new PersonNotice(person.First().Person, [.. person.SelectMany(p => p.Lines)]);
            var digest = Digest.Of(agency, day, kind, notice);
            var now = machine.GetUtcNow();
            told = await book.OpenAsync(digest, [.. notice.Person.Channels.Select(c => DeliverySteps.Make(digest, c, now))], cancellation)
                ? told with { Made = told.Made + 1 }
                : told with { Known = told.Known + 1 };
        }

        await book.MarkToldAsync(agency, kind, day, cancellation);
        return told;
    }

    /// <summary>The last business day of which <see cref="TellAsync"/> has told everything; null when it never has.</summary>
    public Task<DateOnly?> LastToldAsync(string agency, DigestKind kind, CancellationToken cancellation) => book.LastToldAsync(agency, kind, cancellation);
}
