using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Notices;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Yearly;

/// <summary>Tells the offices what they still owe to the yearly report.</summary>
public interface IYearlyNotices
{
    /// <summary>Everything of the day; any number of calls tells it once.</summary>
    Task TellDailyAsync(string agency, Actor by, CancellationToken cancellation);
}

/// <summary>
/// On a working day of the new year every office hears what it owes to the report and by when, again whenever that has changed, and by the
/// ladder's steps around the day itself (decision record 12). The draft is built anew before, so that people are told of what is.
/// </summary>
public sealed class YearlyNotices(
    Notices notices, YearlyBoard board, YearlyBook book, YearlyDraft draft, Ladder ladder, ContactBook contacts, ReferenceData reference, BusinessClock business) : IYearlyNotices
{
    private static readonly IReadOnlyList<OfficePart> Responsible = [OfficePart.Clerk, OfficePart.Manager];

    public async Task TellDailyAsync(string agency, Actor by, CancellationToken cancellation)
    {
        foreach (var year in await board.YearsAsync(agency, cancellation))
        {
            await TellAsync(agency, year, by, cancellation);
        }
    }

    private async Task TellAsync(string agency, int year, Actor by, CancellationToken cancellation)
    {
        var today = business.Today;
        var kind = new DigestKind(string.Create(CultureInfo.InvariantCulture, $"report{year}"), $"{year}年年度报告待办");
        var last = await notices.LastToldAsync(agency, kind, cancellation);
        if (last >= today)
        {
            return;
        }

        await draft.BuildAsync(by, year, cancellation);
        var standing = await board.ReadAsync(agency, year, cancellation);
        var before = (await book.ToldAsync(agency, year, cancellation)).Offices;
        var now = standing.Owed.GroupBy(o => o.Office, StringComparer.Ordinal).ToDictionary(g => g.Key, Fingerprint, StringComparer.Ordinal);
        var lines = standing.Owed.SelectMany((owed, number) => Lines(
            standing, owed, number, changed: before.GetValueOrDefault(owed.Office) != now[owed.Office], last ?? new DateOnly(year, 12, 31)));
        await notices.TellAsync(agency, Addressing.PerPerson(lines, contacts), today, kind, cancellation);
        // After the telling: killed between the two, the next working day says it once more; the other order could say it never.
        await book.SaveAsync(agency, year, new YearlyTold(now), cancellation);
    }

    /// <summary>The whole of an office's list where it has changed, and every step of the ladder that has come since.</summary>
    private IEnumerable<AddressedLine> Lines(YearlyStanding standing, OwedThing owed, int number, bool changed, DateOnly told)
    {
        var left = owed.DueOn.DayNumber - business.Today.DayNumber;
        NoticeLine Line(LadderStep severity, string advice) => new(
            string.Create(CultureInfo.InvariantCulture, $"report-{standing.Year}-{Names.Of(owed.Kind)}-{number}"),
            $"{standing.Year}年年度报告：{owed.What}",
            reference.Catalogue.Office(owed.Office)?.Title ?? owed.Office,
            owed.Because,
            owed.DueOn,
            left,
            severity,
            advice);

        // Only the chair can approve, so the chair hears of it beside the office that prepares it.
        IReadOnlyList<OfficePart> With(IReadOnlyList<OfficePart> parts) =>
            owed.Kind == OwedKind.Approval && !parts.Contains(OfficePart.Chair) ? [.. parts, OfficePart.Chair] : parts;

        if (changed)
        {
            yield return new AddressedLine(owed.Office, With(Responsible), Line(left < 0 ? LadderStep.Red : left <= 1 ? LadderStep.Yellow : LadderStep.Reminder, ""));
        }

        foreach (var step in ladder.StepsSince(owed.DueOn, told, business.Today, reference.Calendar))
        {
            yield return new AddressedLine(owed.Office, With(step.Rung.Addressees), Line(step.Rung.Step, WordingOf(step.Rung)));
        }
    }

    /// <summary>The ladder's words speak of publishing an item; here the thing is given to a report.</summary>
    private static string WordingOf(LadderRung rung) => rung.Step switch
    {
        LadderStep.Reminder => "请抓紧办理",
        LadderStep.Yellow => "今天是最后一天，请站所负责人督促办结",
        LadderStep.Red => "已经逾期，请立即办理",
        _ => "长期逾期，请领导小组处理，列入督办",
    };

    private static string Fingerprint(IEnumerable<OwedThing> owed)
    {
        var text = string.Join('\n', owed.Select(o => $"{o.Kind}|{o.Subject}|{o.Because}|{o.DueOn:O}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
