using FsCheck.Xunit;
using Lianxin.Core.Text;

namespace Lianxin.Core.Tests.Text;

public class CsvTextTests
{
    [Fact]
    public void Quoted_fields_keep_commas_quotes_and_line_ends_and_rows_know_where_they_start()
    {
        var content = CsvText.Read("\uFEFFa,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n\r\nlast,\n");

        content.Problems.ShouldBeEmpty();
        content.Rows.Select(r => r.Line).ShouldBe([1, 2, 5]);
        content.Rows[1].Fields.ShouldBe(["x,\"y\"", "two\nlines"]);
        content.Rows[2].Fields.ShouldBe(["last", ""]);
    }

    [Theory]
    [InlineData("a,b\n1,x\"y\n", 2, 2, "双引号")]
    [InlineData("a,b\n\"1\"x,2\n3,4\n", 2, 1, "结束引号之后")]
    [InlineData("a,b\n1,\"open\n3,4\n", 2, 2, "没有结束")]
    [InlineData("a,b\n1\r2,3\n", 2, 1, "回车")]
    public void Broken_quoting_is_named_with_its_line_and_column(string text, int line, int column, string word)
    {
        var problem = CsvText.Read(text).Problems.ShouldHaveSingleItem();

        (problem.Line, problem.Column).ShouldBe((line, column));
        problem.Reason.ShouldContain(word);
    }

    [Fact]
    public void Reading_goes_on_after_a_broken_row()
    {
        var content = CsvText.Read("1,x\"\n2,ok\n\"3\"y,\n4,ok");

        content.Problems.Select(p => p.Line).ShouldBe([1, 3]);
        content.Rows.Select(r => r.Line).ShouldBe([2, 4]);
    }

    [Property]
    public bool What_is_written_with_quotes_is_read_back(FsCheck.NonEmptyArray<FsCheck.NonNull<string>> values)
    {
        var fields = values.Get.Select(v => v.Get).ToList();
        var text = string.Join(',', fields.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

        var content = CsvText.Read(text + "\n");

        return content.Problems.Count == 0 && content.Rows.Single().Fields.SequenceEqual(fields);
    }

    [Property]
    public bool Any_text_is_read_without_an_exception_and_every_line_number_exists(FsCheck.NonNull<string> text)
    {
        var content = CsvText.Read(text.Get);
        var lines = text.Get.Count(c => c == '\n') + 1;

        return content.Rows.All(r => r.Line >= 1 && r.Line <= lines) && content.Problems.All(p => p.Line >= 1 && p.Line <= lines);
    }
}
