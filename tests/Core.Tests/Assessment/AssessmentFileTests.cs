using Lianxin.Core.Assessment;

namespace Lianxin.Core.Tests.Assessment;

public class AssessmentFileTests
{
    private const string Head = "measure,title,unit,points,least_sample\n";
    private const string Rows = "on-time,按时,项,50,3\ncompleteness,完整,条,25,3\ncorrections,更正,条,10,5\ncomplaints,投诉,条,15,5\n";

    [Fact]
    public void S39_the_shipped_weights_add_up_to_the_full_marks()
    {
        var load = AssessmentFile.Parse(ShippedData.Text("assessment.csv"), "assessment.csv");
        load.Problems.ShouldBeEmpty();
        load.Scheme!.FullMarks.ShouldBe(100);
        load.Scheme.Rules.Select(r => (r.Kind, r.Points)).ShouldBe(
            [(MeasureKind.OnTime, 50m), (MeasureKind.Completeness, 25m), (MeasureKind.Corrections, 10m), (MeasureKind.Complaints, 15m)]);
    }

    [Theory]
    [InlineData(Rows + "total,总分,分,90,1\n", "第1行 points 列：各指标权重合计100，应等于满分90")]
    [InlineData(Rows, "第1行 measure 列：缺少满分一行（total）")]
    [InlineData(Rows + "total,总分,分,100,1\ntotal,总分,分,100,1\n", "第7行 measure 列：满分只能有一行")]
    [InlineData("on-time,按时,项,100,3\ntotal,总分,分,100,1\n", "缺少指标 completeness")]
    [InlineData(Rows + "speed,快,项,1,1\ntotal,总分,分,100,1\n", "第6行 measure 列：没有“speed”这种指标")]
    [InlineData("on-time,,项,50,3\n" + Rows + "total,总分,分,100,1\n", "第2行 title 列：不能为空")]
    [InlineData("on-time,按时,项,-5,3\n" + Rows + "total,总分,分,100,1\n", "第2行 points 列：“-5”不是")]
    [InlineData("on-time,按时,项,50,0\n" + Rows + "total,总分,分,100,1\n", "第2行 least_sample 列：“0”不是")]
    [InlineData(Rows + "on-time,按时,项,50,3\ntotal,总分,分,100,1\n", "第6行 measure 列：指标重复")]
    public void A_broken_file_is_refused_and_its_line_named(string rows, string problem)
    {
        var load = AssessmentFile.Parse(Head + rows, "a.csv");
        load.Scheme.ShouldBeNull();
        load.Problems.Select(p => p.ToString()).ShouldContain(p => p.Contains(problem, StringComparison.Ordinal), string.Join('\n', load.Problems));
    }
}
