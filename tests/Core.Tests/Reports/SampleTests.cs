using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lianxin.Core.Tests.Reports;

public partial class SampleTests
{
    [Fact]
    public void The_sample_counts_what_the_founding_document_counts()
    {
        SampleYear.Rows.Count.ShouldBe(549);
        var classes = SampleYear.Rows.CountBy(r => r.StatisticClass).ToDictionary();
        classes.ShouldBe(
            new Dictionary<string, int> { ["概况类"] = 2, ["政策法规类"] = 2, ["工作动态类"] = 467, ["财政类"] = 78 }, ignoreOrder: true);
    }

    [Fact]
    public void Every_row_has_its_own_number_title_and_body()
    {
        foreach (var column in new[] { "number", "title", "body", "url" })
            SampleYear.Items.Select(i => i[column]).Distinct().Count().ShouldBe(549, column);
    }

    [Fact]
    public void Every_row_is_formed_before_it_is_published_and_both_before_the_signing_date()
    {
        SampleYear.Rows.ShouldAllBe(r => r.FormedOn.Year == 2014 && r.FormedOn <= r.PublishedOn && r.PublishedOn <= new DateOnly(2014, 11, 19));
    }

    [Fact]
    public void Some_items_are_late_and_most_are_not()
    {
        var slow = SampleYear.Rows.Count(r => r.PublishedOn.DayNumber - r.FormedOn.DayNumber > 28);
        slow.ShouldBeInRange(5, 40);
    }

    [Fact]
    public void February_is_quieter_than_each_month_of_spring_and_September()
    {
        var months = SampleYear.Rows.CountBy(r => r.PublishedOn.Month).ToDictionary();
        new[] { 3, 4, 5, 9 }.ShouldAllBe(m => months[m] > months[2]);
    }

    [Fact]
    public void Elements_are_filled_and_no_phrase_was_left_open()
    {
        foreach (var item in SampleYear.Items)
        {
            using var elements = JsonDocument.Parse(item["elements"]);
            elements.RootElement.EnumerateObject().ShouldAllBe(e => e.Value.GetString()!.Length > 0);
            (item["title"] + item["body"]).ShouldNotContain("{");
        }
    }

    [Fact]
    public void S44_no_row_carries_a_number_of_a_person_and_telephones_are_those_of_offices()
    {
        foreach (var item in SampleYear.Items)
        {
            var text = string.Concat(item.Where(c => c.Key is not ("number" or "url")).Select(c => c.Value));
            LongNumber().IsMatch(text).ShouldBeFalse(text);
            Telephone().Matches(text).ShouldAllBe(t => t.Value.StartsWith("0951-8000", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_quarter_lists_stay_within_the_figures_of_the_year()
    {
        Sum("12-02", "少生快富项目新增").ShouldBe(2);
        Sum("12-02", "奖励扶助新增").ShouldBe(19);
        Sum("11-01", "本季度新增").ShouldBeLessThan(57);
    }

    /// <summary>Adds the numbers that follow a phrase in the bodies of this year's rows of an entry.</summary>
    private static int Sum(string entry, string phrase) => SampleYear.Items
        .Where(i => i["entry"] == entry && i["period"].StartsWith("2014", StringComparison.Ordinal))
        .Select(i => Regex.Match(i["body"], phrase + @"(\d+)"))
        .Where(m => m.Success)
        .Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d{11,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"0\d{2,3}-\d{7,8}")]
    private static partial Regex Telephone();
}
