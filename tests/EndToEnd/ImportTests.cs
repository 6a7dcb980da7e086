using System.Net;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>Past registers that are wrong, too big or not new: the register stays as it was.</summary>
public class ImportTests(SampleSystem sample)
{
    private readonly RunningSystem system = sample.System;

    [Fact]
    public async Task A_broken_line_is_named_and_the_register_stays_as_it_was()
    {
        using var admin = await system.SignInAsync("admin");
        var before = await RegisterState.PublishedAsync(system, 2014);
        var good = Csv.News("BROKEN-1", "2014-05-05", "好的一行");
        foreach (var (broken, line) in new[]
        {
            ("BROKEN-2,01-03,dangzheng", 3),
            (Csv.News("BROKEN-2", "2014-02-30", "不存在的日期"), 3),
            (Csv.News("BROKEN-2", "2014-05-05", "引号\"没有收尾"), 3),
            (Csv.News("BROKEN-1", "2014-05-05", "同一个编号"), 3),
            (Csv.News("BROKEN-2", "2014-05-05", "身份证11010519491231002X"), 3),
            (Csv.News("BROKEN-2", "2014-05-05", "未知事项").Replace("01-03", "77-77", StringComparison.Ordinal), 3),
        })
        {
            var got = await admin.PostBytesAsync("/api/imports", Csv.File(good, broken), "text/csv");
            var problem = got.ShouldBeProblem(400, "import-refused");
            problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain($"line-{line}", broken);
        }

        (await RegisterState.PublishedAsync(system, 2014)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_no_register_is_refused()
    {
        using var admin = await system.SignInAsync("admin");
        (await admin.PostBytesAsync("/api/imports", "甲,乙\n1,2\n"u8.ToArray(), "text/csv")).ShouldBeProblem(400, "import-columns");
        (await admin.PostBytesAsync("/api/imports", [], "text/csv")).Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await admin.PostBytesAsync("/api/imports", "PK\u0003\u0004rest"u8.ToArray(), "text/csv")).ShouldBeProblem(400, "import-kind");
        (await admin.PostBytesAsync("/api/imports", [0, 1, 2, 0xff], "text/csv")).Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Two_hundred_thousand_rows_are_413_and_the_register_stays_as_it_was()
    {
        using var admin = await system.SignInAsync("admin");
        var before = await RegisterState.PublishedAsync(system, 2014);
        var file = Csv.File(Enumerable.Range(0, 200_000).Select(n => $"BIG-{n},01-03,dangzheng,,题,文,2014-05-05,2014-05-05,,,,"));

        (await admin.PostBytesAsync("/api/imports", file, "text/csv")).ShouldBeProblem(413, "import-too-many-rows");
        (await RegisterState.PublishedAsync(system, 2014)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_over_fifty_megabytes_is_413()
    {
        using var admin = await system.SignInAsync("admin");
        admin.Http.DefaultRequestHeaders.ExpectContinue = true;
        var got = await admin.PostBytesAsync("/api/imports", new byte[(50 * 1024 * 1024) + 4096], "text/csv");
        got.ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task The_sample_year_imported_again_changes_nothing()
    {
        using var admin = await system.SignInAsync("admin");
        var before = await RegisterState.PublishedAsync(system, 2014);
        var file = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "ligang-2014", "1-items.csv"));

        var (answer, report) = await admin.PostBytesAsync("/api/imports", file, "text/csv");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, report.ToString());
        report.GetProperty("imported").GetInt32().ShouldBe(0);
        report.GetProperty("alreadyThere").GetInt32().ShouldBe(549);
        report.GetProperty("refused").GetInt32().ShouldBe(0);
        (await RegisterState.PublishedAsync(system, 2014)).ShouldBe(before);
    }

    [Fact]
    public async Task A_new_file_is_imported_once_and_a_dry_run_not_at_all()
    {
        using var admin = await system.SignInAsync("admin");
        var file = Csv.File(Enumerable.Range(1, 3).Select(n => Csv.News($"ONCE-{n}", $"2013-06-0{n}", $"旧登记簿第{n}条")));

        var dry = await admin.PostBytesAsync("/api/imports?dryRun=true", file, "text/csv");
        dry.Body.GetProperty("dryRun").GetBoolean().ShouldBeTrue(dry.Body.ToString());
        (await RegisterState.PublishedAsync(system, 2013)).ShouldBeEmpty();

        var first = await admin.PostBytesAsync("/api/imports", file, "text/csv");
        first.Body.GetProperty("imported").GetInt32().ShouldBe(3, first.Body.ToString());
        var there = await RegisterState.PublishedAsync(system, 2013);
        there.Count.ShouldBe(3);

        var second = await admin.PostBytesAsync("/api/imports", file, "text/csv");
        second.Body.GetProperty("imported").GetInt32().ShouldBe(0);
        second.Body.GetProperty("alreadyThere").GetInt32().ShouldBe(3);
        (await RegisterState.PublishedAsync(system, 2013)).ShouldBe(there);
    }
}
