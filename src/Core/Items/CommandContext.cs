using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>Sizes that are accepted (api.md, Limits); settings, with the contract's numbers as defaults.</summary>
public sealed record ItemLimits(int Title = 200, int Body = 200_000, int Element = 2_000, int Comment = 2_000, int Attachments = 20);

/// <summary>Working days that the members of the leading group have for their opinion (api.md: 3, a setting).</summary>
/// <param name="PartyStageWorkingDays">Length of the Party-only stage of a party-first item when the chair names none. Decision record 4.</param>
public sealed record ProcedureSettings(int OpinionWorkingDays = 3, int PartyStageWorkingDays = 5);

/// <summary>A member of the leading group 领导小组 who is asked for an opinion.</summary>
public sealed record GroupMember(string Account, string Name, Role Role);

/// <summary>
/// Everything a decision may look at besides the item: who acts, when, by which catalogue and calendar.
/// Values only; the outer rooms hold the clocks.
/// </summary>
/// <param name="Now">Business instant.</param>
/// <param name="RecordedAt">Machine instant.</param>
public sealed record CommandContext(
    Actor By,
    DateTimeOffset Now,
    DateTimeOffset RecordedAt,
    DisclosureCatalogue Catalogue,
    WorkingDayCalendar Calendar,
    ItemLimits Limits,
    ProcedureSettings Procedure)
{
    /// <summary>What was found in the item's files, by the hash of their bytes; the outer room reads them before it asks for a decision.</summary>
    public IReadOnlyDictionary<string, Privacy.FileReading> Readings { get; init; } = new Dictionary<string, Privacy.FileReading>(StringComparer.Ordinal);

    /// <summary>校对 with the township's lists; without them where none were given.</summary>
    public Proofreading.Proofreader Proofreader { get; init; } = Proofreading.Proofreader.WithoutLists;

    /// <summary>Today in China Standard Time.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);
}

/// <summary>What a command decided: the item afterwards, its new events and the messages that follow from it.</summary>
public sealed record ItemChange(Item After, IReadOnlyList<Audit.ItemEvent> Events, IReadOnlyList<OutboxMessage> Messages);
