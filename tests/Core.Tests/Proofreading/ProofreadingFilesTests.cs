using Lianxin.Core.Proofreading;

namespace Lianxin.Core.Tests.Proofreading;

public class ProofreadingFilesTests
{
    private const string Confusions = "wrong,right,unless,severity,note\n秸杆,秸秆,,advice,\n";
    private const string Repeats = "phrase,note\n研究研究,\n";
    private const string Leaders = "order,name,titles\n1,示例程一明,镇党委书记\n";

    [Theory]
    [InlineData("wrong,right,unless,severity,note\n#点,以下,,advice,\n", Repeats, Leaders, "wrong")]
    [InlineData("wrong,right,unless,severity,note\n秸杆,秸秆,,grave,\n", Repeats, Leaders, "severity")]
    [InlineData("wrong,right,unless,severity,note\n秸杆,秸秆,麦子,advice,\n", Repeats, Leaders, "unless")]
    [InlineData(Confusions + "秸杆,秸秆,,advice,\n", Repeats, Leaders, "wrong")]
    [InlineData(Confusions, "phrase,note\n研,\n", Leaders, "phrase")]
    [InlineData(Confusions, Repeats, "order,name,titles\n第一,示例程一明,镇长\n", "order")]
    [InlineData(Confusions, Repeats, "order,name,titles\n1,示例程一明,\n", "titles")]
    public void A_broken_file_is_refused_with_its_line_and_column(string confusions, string repeats, string leaders, string column)
    {
        var load = ProofreadingFiles.Parse(confusions, repeats, leaders);

        load.Loaded.ShouldBeFalse();
        load.Problems.ShouldContain(p => p.Column == column && p.Line > 1);
    }

    [Fact]
    public void Whole_files_make_the_rules()
    {
        var rules = ProofreadingFiles.Parse(Confusions, Repeats, Leaders).Rules.ShouldNotBeNull();

        (rules.Pairs.Count, rules.Repeats.Count, rules.Leaders[0].Name).ShouldBe((1, 1, "示例程一明"));
    }
}
