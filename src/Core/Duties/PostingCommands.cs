using System.Globalization;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;

namespace Lianxin.Core.Duties;

/// <summary>Evidence of posting as it came in.</summary>
public sealed record PostingInput(string? Sheet, string? Place, string? PostedOn, string? TakenDownOn);

/// <summary>Evidence that was read: which sheet hung where, and when.</summary>
/// <param name="PostedOn">Null where a later call only says when it came down.</param>
public sealed record PostingClaim(SheetId Sheet, string Place, DateOnly? PostedOn, DateOnly? TakenDownOn);

/// <summary>Takes evidence of posting (S26). Saying the same again changes nothing; saying something else about it is refused.</summary>
public static class PostingCommands
{
    public const int MostPlaceCharacters = 100;
    public const int MostPhotos = 4;

    /// <summary>Board of the sheet for members: it hangs where only they come, and no photograph of it leaves that room.</summary>
    public const string PartyBoard = "party";

    /// <summary>Reads what was said and checks who says it.</summary>
    /// <param name="closed">The quarter's record, of whose sheets one must be meant.</param>
    public static Decision<PostingClaim> Read(PostingInput input, QuarterRecord? closed, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        if (!SheetId.TryParse(input.Sheet, out var sheet))
        {
            return Refusal.Field("sheet", "请写明公示单编号，例如 2026-Q1/cun-01。");
        }

        if (closed?.Sheets.Any(s => string.Equals(s.Place, sheet.Board, StringComparison.Ordinal)) != true || sheet.Board == PartyBoard)
        {
            return new Refusal(RefusalKind.Unknown, "no-sheet", "没有这张公示单，或者它还没有生成。");
        }

        if (!MayRecord(context.By, sheet.Board))
        {
            return new Refusal(RefusalKind.Forbidden, "wrong-office", "张贴记录只能由该公示栏所属站所或村的经办人填写。");
        }

        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var place = input.Place?.Trim() ?? "";
        if (place.Length is 0 or > MostPlaceCharacters)
        {
            errors["place"] = [place.Length == 0 ? "请写明张贴地点，例如村委会门口公示栏。" : $"张贴地点不能超过{MostPlaceCharacters}字。"];
        }

        var madeOn = MadeOn(closed);
        var postedOn = Day("postedOn", input.PostedOn, errors);
        var takenDownOn = Day("takenDownOn", input.TakenDownOn, errors);
        if (postedOn > context.Today || postedOn < madeOn)
        {
            errors["postedOn"] = [postedOn < madeOn ? $"公示单{ChineseDates.Text(madeOn!.Value)}才生成，张贴日期不能更早。" : "张贴日期不能晚于今天。"];
        }

        if (takenDownOn > context.Today || takenDownOn < (postedOn ?? madeOn))
        {
            errors["takenDownOn"] = [takenDownOn > context.Today ? "撤下日期不能晚于今天。" : "撤下日期不能早于张贴日期。"];
        }

        return errors.Count > 0
            ? new Refusal(RefusalKind.Invalid, "invalid-input", string.Join(' ', errors.Values.SelectMany(m => m))) { Errors = errors }
            : new PostingClaim(sheet, place, postedOn, takenDownOn);
    }

    /// <summary>The record afterwards; the same record when nothing new was said.</summary>
    /// <param name="before">What is on record for this sheet and place; null when nothing is.</param>
    public static Decision<Posting> Record(Posting? before, string id, PostingClaim claim, PostingPhoto? photo, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(context);
        if (before is null && claim.PostedOn is null)
        {
            return Refusal.Field("postedOn", "请填写张贴日期，格式如 2026-04-02。");
        }

        if (before is not null && claim.PostedOn is { } posted && posted != before.PostedOn)
        {
            return new Refusal(RefusalKind.IllegalStep, "posting-contradicted", $"该处已记录于{ChineseDates.Text(before.PostedOn)}张贴，不能改为别的日期。");
        }

        var after = before ?? new Posting(id, claim.Sheet.Quarter.ToString(), claim.Sheet.Board, claim.Place, claim.PostedOn!.Value, null, [], [Event("posted", context)]);
        if (photo is not null && after.Photos.All(p => p.Sha256 != photo.Sha256))
        {
            if (after.Photos.Count == MostPhotos)
            {
                return Refusal.Field("photo", $"一处张贴最多保存{MostPhotos}张照片。");
            }

            after = after with { Photos = [.. after.Photos, photo], Events = [.. after.Events, Event("photographed", context)] };
        }

        if (claim.TakenDownOn is not { } down || down == after.TakenDownOn)
        {
            return after;
        }

        return after.TakenDownOn is { } earlier
            ? new Refusal(RefusalKind.IllegalStep, "posting-contradicted", $"该处已记录于{ChineseDates.Text(earlier)}撤下，不能改为别的日期。")
            : down < after.PostedOn ? Refusal.Field("takenDownOn", "撤下日期不能早于张贴日期。")
            : after with { TakenDownOn = down, Events = [.. after.Events, Event("taken-down", context)] };
    }

    /// <summary>How a board stands: red from the day after the set working days since its sheet was made.</summary>
    /// <param name="postings">The evidence for this sheet.</param>
    /// <param name="workingDays">How long evidence may take.</param>
    public static PostingState StateOf(QuarterRecord closed, string board, IEnumerable<Posting> postings, WorkingDayCalendar calendar, int workingDays, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(closed);
        ArgumentNullException.ThrowIfNull(calendar);
        var known = postings.Where(p => string.Equals(p.Board, board, StringComparison.Ordinal)).ToList();
        if (known.Count > 0)
        {
            return known.All(p => p.TakenDownOn is not null) ? PostingState.TakenDown : PostingState.Posted;
        }

        return board != PartyBoard && MadeOn(closed) is { } made && today > LastDay(made, workingDays, calendar) ? PostingState.Red : PostingState.None;
    }

    /// <summary>A village's or office's own board is its own affair; the agency's sheet hangs in many lobbies, and each may say where.</summary>
    public static bool MayRecord(Actor by, string board)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Role == Role.Clerk && board != PartyBoard && (board.Length == 0 || string.Equals(by.Office, board, StringComparison.Ordinal));
    }

    /// <summary>Sheets are made again when something goes out late; the time for evidence runs from the first ones.</summary>
    private static DateOnly? MadeOn(QuarterRecord closed) => (closed.ClosedAt ?? closed.SheetsAt) is { } at ? ChinaTime.DateOf(at) : null;

    private static DateOnly LastDay(DateOnly from, int workingDays, WorkingDayCalendar calendar)
    {
        var day = from;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static DateOnly? Day(string field, string? text, Dictionary<string, IReadOnlyList<string>> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors[field] = ["日期不存在或写法有误，应为 YYYY-MM-DD。"];
        return null;
    }

    private static PostingEvent Event(string kind, CommandContext context) =>
        new(kind, context.Now, context.RecordedAt, context.By.Account, context.By.Name);
}
