using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Core.Cases;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Sheets;
using Lianxin.Functions.Access;
using WallMonth = Lianxin.Core.Cases.WallSheet;
using WallPage = Lianxin.Documents.Sheets.WallSheet;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>The monthly sheets for the 连心 walls.</summary>
public interface IWallSheets
{
    /// <summary>Makes the sheets of every month that is over and has none, from the month of <paramref name="since"/> on; answers how many months.</summary>
    Task<int> MakeDueAsync(string agency, DateOnly since, CancellationToken cancellation);

    /// <summary>Makes the sheets of every month of a year anew that were made and of which a file is gone; answers the months.</summary>
    Task<IReadOnlyList<string>> MakeMissingAsync(string agency, int year, CancellationToken cancellation);
}

/// <summary>That a month's sheets were made.</summary>
/// <param name="MadeAt">Business instant.</param>
public sealed record WallRecord(string Month, DateTimeOffset MadeAt, int Sheets);

/// <summary>
/// 连心墙 (S25): the day after a month a sheet for each group 社, in A4 and A3, also for one that asked for nothing. Which months are done
/// stands in the duties' ledger; making a month again writes the same files.
/// </summary>
public sealed class WallSheets(
    CaseBook cases, ILedgers ledgers, IDocumentStore documents, Lazy<FontLibrary> fonts, PortalSettings portal, PortalLinks links, ReferenceData reference, BusinessClock business) : IWallSheets
{
    private const string Prefix = "wall-";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public async Task<int> MakeDueAsync(string agency, DateOnly since, CancellationToken cancellation)
    {
        var months = 0;
        var thisMonth = Period.Containing(PeriodKind.Month, business.Today);
        var made = new HashSet<string>(StringComparer.Ordinal);
        for (var month = Period.Containing(PeriodKind.Month, since); month.First < thisMonth.First; month = month.Next)
        {
            if (made.Count == 0 || month.Number == 1)
            {
                made.Add("");
                await foreach (var row in ledgers.Duties.RangeAsync(agency, month.Year, Prefix, LedgerKeys.After(Prefix), 1000, cancellation))
                {
                    made.Add(row.Key[Prefix.Length..]);
                }
            }

            if (!made.Contains(month.ToString()))
            {
                await MakeAsync(agency, month, cancellation);
                months++;
            }
        }

        return months;
    }

    public async Task<IReadOnlyList<string>> MakeMissingAsync(string agency, int year, CancellationToken cancellation)
    {
        var months = new List<string>();
        var made = await ledgers.Duties.RangeAsync(agency, year, Prefix, LedgerKeys.After(Prefix), 1000, cancellation).ToListAsync(cancellation);
        foreach (var row in made)
        {
            if (Period.TryParse(row.Key[Prefix.Length..], out var month) && await LacksAnyAsync(agency, month, cancellation))
            {
                await MakeAsync(agency, month, cancellation);
                months.Add(month.ToString());
            }
        }

        return months;
    }

    /// <summary>A short link to a group's sheet; the sheets are masked and for everybody.</summary>
    public async Task<Decision<Uri>> LinkAsync(string agency, string? month, string? group, string paper, CancellationToken cancellation)
    {
        if (!Period.TryParse(month, out var period) || period.Kind != PeriodKind.Month)
        {
            return Refusal.Field("month", "请按 2026-03 的格式填写月份。");
        }

        if (paper is not ("a3" or "a4"))
        {
            return Refusal.Field("paper", "纸张只有 a4 和 a3。");
        }

        if (reference.Catalogue.Groups.FirstOrDefault(g => string.Equals(g.Code, group, StringComparison.Ordinal)) is not { } known)
        {
            return Refusal.Field("group", "没有这个社。");
        }

        var name = NameOf(agency, period, known.Code, paper);
        return await documents.FenceAsync(Containers.Bulletins, name, cancellation) is null
            ? new Refusal(RefusalKind.Unknown, "no-sheet", "这个月的“连心”墙公示单还没有生成，次月第一天起可以下载。")
            : await documents.LinkAsync(Containers.Bulletins, name, Lifetime, $"{period}-{known.Code}-{paper}.pdf", cancellation);
    }

    private async Task<bool> LacksAnyAsync(string agency, Period month, CancellationToken cancellation)
    {
        foreach (var sheet in await cases.WallSheetsAsync(agency, month, reference.Catalogue, cancellation))
        {
            if (await documents.FenceAsync(Containers.Bulletins, NameOf(agency, month, sheet.Group.Code, "a4"), cancellation) is null
                || await documents.FenceAsync(Containers.Bulletins, NameOf(agency, month, sheet.Group.Code, "a3"), cancellation) is null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task MakeAsync(string agency, Period month, CancellationToken cancellation)
    {
        var sheets = await cases.WallSheetsAsync(agency, month, reference.Catalogue, cancellation);
        var renderer = new WallSheetRenderer(fonts.Value);
        foreach (var sheet in sheets)
        {
            var page = PageOf(agency, sheet);
            foreach (var paper in Enum.GetValues<SheetPaper>())
            {
                var name = NameOf(agency, month, sheet.Group.Code, paper == SheetPaper.A3 ? "a3" : "a4");
                await documents.PutAsync(Containers.Bulletins, name, renderer.Render(page, paper).Bytes, "application/pdf", cancellation);
            }
        }

        var record = JsonSerializer.Serialize(new WallRecord(month.ToString(), business.Now, sheets.Count), DutyDocuments.Plain.WallRecord);
        await ledgers.Duties.CommitAsync(new LedgerCommit(agency, month.Year, [LedgerChange.Put(Prefix + month, record)], []), cancellation);
    }

    private WallPage PageOf(string agency, WallMonth sheet) => new(
        new SheetHead(
            $"wall/{agency}/{sheet.Month}/{sheet.Group.Code}",
            $"{sheet.VillageTitle}{sheet.Group.Title}{sheet.Month.ToChinese()}“连心”墙",
            portal.AgencyName,
            $"{sheet.VillageTitle}{sheet.Group.Title}",
            sheet.Month.ToChinese(),
            business.Today,
            business.Today,
            sheet.Month.Next.Last.AddDays(1),
            portal.Contact.Telephone,
            links.HomeAbsolute),
        [.. sheet.Rows.Select(r => new WallCase(r.CaseId, r.Request, r.Plan, r.Answer, StateOf(r.Status), r.DueOn))]);

    private static WallCaseState StateOf(CaseStatus status) => status switch
    {
        CaseStatus.DoneConfirmed => WallCaseState.Confirmed,
        CaseStatus.DoneUnreachable => WallCaseState.DoneUnreached,
        CaseStatus.CannotBeDone => WallCaseState.Explained,
        CaseStatus.PassedOn => WallCaseState.PassedOn,
        _ => WallCaseState.Open,
    };

    private static string NameOf(string agency, Period month, string group, string paper) => $"{agency}/wall/{month}/{group}-{paper}.pdf";
}
