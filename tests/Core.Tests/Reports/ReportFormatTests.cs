using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class ReportFormatTests
{
    [Fact]
    public void The_shipped_format_is_read_without_a_problem()
    {
        var reading = ReportFormatReader.Read(SampleYear.FormatText);
        reading.Problems.ShouldBeEmpty();
        reading.Format.ShouldNotBeNull().Name.ShouldBe("ligang-2014");
    }

    [Theory]
    [InlineData("\"level\": 1, \"text\": \"一、概述\"", "\"level\": 4, \"text\": \"一、概述\"", "parts[1].level")]
    [InlineData("\"kind\": \"class-table\"", "\"kind\": \"class-picture\"", "kind")]
    [InlineData("\"key\": \"policy\"", "\"key\": \"overview\"", "$")]
    [InlineData("\"key\": \"policy\"", "\"key\": \"month\"", "$")]
    [InlineData("\"version\": \"1\"", "\"version\": 1", "version")]
    [InlineData("\"party-first\"]", "\"party-only\"]", "counting")]
    [InlineData("{ \"kind\": \"signature\" },", "", "$")]
    [InlineData("\"section\": \"leadership\"", "\"section\": \"procedure\"", "$")]
    public void A_broken_format_is_refused_and_the_place_named(string from, string to, string place)
    {
        SampleYear.FormatText.ShouldContain(from);
        var reading = ReportFormatReader.Read(SampleYear.FormatText.Replace(from, to, StringComparison.Ordinal));
        reading.Format.ShouldBeNull();
        reading.Problems.ShouldContain(p => p.Place.EndsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_no_json_is_refused_with_its_line()
    {
        ReportFormatReader.Read("{\n \"format\": ").Problems.ShouldHaveSingleItem().Place.ShouldContain("行");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"parts\": 3, \"classes\": {}, \"counting\": \"x\"}")]
    public void A_file_of_another_shape_is_refused(string json) => ReportFormatReader.Read(json).Problems.ShouldNotBeEmpty();
}
