using Lianxin.Core.Reports;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>An approval while storage fails.</summary>
public sealed class ReportApprovalTests
{
    private const int Year = 2025;

    private TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approval_whose_pages_could_not_be_written_stands_and_its_message_writes_them()
    {
        var reasons = await BuiltAsync();
        town.Gate.Before = name => name == "put column/reports.html" ? throw new StorageUnavailableException("away") : Task.CompletedTask;
        (await town.Reporting.ApproveAsync(TownHall.Chair, Year, reasons, Cancellation)).Stored!.Report.Editions.Count.ShouldBe(1);
        town.Gate.Open();
        (await town.Documents.SiteAsync()).ShouldNotContainKey("column/reports.html");

        await town.PumpAsync();
        (await town.Documents.SiteAsync())["column/reports.html"].ShouldContain("2025年");
    }

    [Fact]
    public async Task Killed_anywhere_an_approval_is_out_with_its_pages_or_not_out_at_all()
    {
        for (var (call, died) = (1, true); died; call++)
        {
            town = new TownHall();
            var reasons = await BuiltAsync();
            town.Gate.KillAt(call, after: call % 2 == 0);
            died = await DiesAsync(reasons);
            town.Gate.Open();

            await town.PumpAsync();
            var isOut = (await town.Room.Reports.FindAsync(TownHall.Agency, Year, Cancellation))!.Report.Editions.Count == 1;
            var shown = (await town.Documents.SiteAsync()).GetValueOrDefault("column/reports.html", "");
            shown.Contains("2025年", StringComparison.Ordinal).ShouldBe(isOut, $"killed at {call}");
            (isOut || died).ShouldBeTrue();
        }
    }

    /// <summary>A draft without errors; the reasons for its warnings.</summary>
    private async Task<Dictionary<string, string>> BuiltAsync()
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["platform"] = "门户网站运行正常。",
            ["supervision"] = "开展工作考核和社会评议，未发生责任追究。",
            ["problems"] = "公开内容还不够丰富。",
            ["improvements"] = "进一步拓展公开渠道。",
        };
        var narrative = new ReportNarrative(sections, new DateOnly(2026, 1, 10), null, new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        (await town.Reporting.PutNarrativeAsync(TownHall.Reviewer, Year, narrative, _ => true, Cancellation)).Refusal.ShouldBeNull();
        var built = await town.Reporting.BuildAsync(TownHall.Reviewer, Year, "statutory-2021", Cancellation);
        return built.Stored!.Report.Draft!.Findings.Select(f => f.Rule).Distinct(StringComparer.Ordinal).ToDictionary(r => r, _ => "已核对", StringComparer.Ordinal);
    }

    private async Task<bool> DiesAsync(Dictionary<string, string> reasons)
    {
        try
        {
            (await town.Reporting.ApproveAsync(TownHall.Chair, Year, reasons, Cancellation)).Refusal.ShouldBeNull();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }
}
