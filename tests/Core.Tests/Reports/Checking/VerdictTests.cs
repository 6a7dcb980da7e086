using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>Real reports and their verdicts.</summary>
public class VerdictTests
{
    public static TheoryData<string> Cases => [.. CaseFiles.Numbers];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_real_report_gets_its_verdict_and_no_false_alarm(string number)
    {
        var must = Rules(number, "must_report");
        var reported = CaseFiles.RulesOf(CaseFiles.Load(number));
        must.Except(reported).ShouldBeEmpty("not found");
        reported.Except(must).Except(Rules(number, "may_report")).Except(["heading"]).ShouldBeEmpty("false alarm");
    }

    [Fact]
    public void Every_rule_has_the_name_and_severity_of_the_contract()
    {
        string[] errors =
        [
            "row-sum", "outcome-sum", "balance", "section4-sum", "category-sum", "channel-sum", "body-sum", "produced-sum", "replies-sum",
            "text-received", "text-answered", "text-carried-over", "text-carried-forward", "text-review", "text-litigation", "text-outcomes",
            "text-section2", "text-sum", "carry-chain",
        ];
        string[] warnings =
        [
            "row-total-missing", "percentage", "competence", "obsolete-form", "replies-received", "total-missing", "plausibility",
            "in-force-chain", "cumulative-chain", "heading",
        ];
        ReportChecking.Rules.Where(r => r.Value == FindingSeverity.Error).Select(r => r.Key).ShouldBe(errors, ignoreOrder: true);
        ReportChecking.Rules.Where(r => r.Value == FindingSeverity.Warning).Select(r => r.Key).ShouldBe(warnings, ignoreOrder: true);
    }

    [Fact]
    public void Of_two_years_in_a_row_only_the_broken_stock_of_documents_is_reported() =>
        CaseFiles.RulesOf(CaseFiles.Load("018"), CaseFiles.Load("017")).ShouldBe(["in-force-chain"]);

    [Fact]
    public void A_counter_that_runs_on_from_the_year_before_is_right() =>
        CaseFiles.RulesOf(CaseFiles.Load("091"), CaseFiles.Load("090")).ShouldBeEmpty();

    private static IEnumerable<string> Rules(string number, string list) =>
        CaseFiles.Expected[number].TryGetProperty(list, out var rules) ? rules.EnumerateArray().Select(r => r.GetString()!) : [];
}
