using System.Text;
using Lianxin.Core.Notices;

namespace Lianxin.Core.Tests.Notices;

public sealed class DigestTests
{
    private static readonly DateOnly Day = new(2026, 4, 21);
    private static readonly Contact Person = new("caizheng-clerk", "caizheng", "示例经办人", "", null, null, "");
    private static readonly DigestText Texts = new("立岗镇人民政府", "https://app.town.example/desk");

    private static NoticeLine Line(int number, LadderStep severity, int daysLeft = 0, string what = "2026年第一季度没有公开") =>
        new($"d{number:D4}", $"示例事项{number:D4}", "财政所", what, Day.AddDays(daysLeft), daysLeft, severity, severity == LadderStep.Red ? "请立即公开" : "");

    private static Digest Of(params NoticeLine[] lines) => Digest.Of("ligang", Day, DigestKind.Ladder, new PersonNotice(Person, lines));

    [Fact]
    public void The_id_follows_from_agency_day_person_and_kind() => Of(Line(1, LadderStep.Red)).Id.ShouldBe("ligang-2026-04-21-caizheng-clerk-ladder");

    [Fact]
    public void Whatever_the_order_of_the_lines_the_digest_reads_the_same_the_hardest_first()
    {
        NoticeLine[] lines = [Line(1, LadderStep.Reminder, 7), Line(2, LadderStep.Red, -1), Line(3, LadderStep.Reminder, 3), Line(4, LadderStep.Yellow)];
        var text = Texts.Plain(Of(lines));
        Texts.Plain(Of([.. lines.Reverse()])).ShouldBe(text);
        Of(lines).Subject.ShouldBe("公开期限提醒：红牌1项，黄牌1项，提醒2项（4月21日）");
        text.ShouldBe("""
            示例经办人：
            截至2026年4月21日，您有4项信息公开工作需要处理。

            红牌（1项）
            1. 示例事项0002（财政所）：2026年第一季度没有公开。期限2026年4月20日，已逾期1天。请立即公开。

            黄牌（1项）
            2. 示例事项0004（财政所）：2026年第一季度没有公开。期限2026年4月21日，今天到期。

            提醒（2项）
            3. 示例事项0003（财政所）：2026年第一季度没有公开。期限2026年4月24日，还剩3天。
            4. 示例事项0001（财政所）：2026年第一季度没有公开。期限2026年4月28日，还剩7天。

            办理请登录政务公开工作台：https://app.town.example/desk
            本通知由立岗镇人民政府政务公开系统自动发出，请勿直接回复。

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_page_shows_what_people_typed_as_text()
    {
        var page = Texts.Page(Of(Line(1, LadderStep.Red, what: "<script>alert(1)</script>")));
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<script");
        page.ShouldContain("示例事项0001");
    }

    [Theory]
    [InlineData("甲\r\nBcc: x@y.example")]
    [InlineData("甲\u2028乙\u202E丙\0")]
    public void No_name_and_no_title_breaks_out_of_its_line(string hostile)
    {
        var notice = new PersonNotice(Person with { Name = hostile }, [Line(1, LadderStep.Red, what: hostile)]);
        var digest = Digest.Of("ligang", Day, new DigestKind("x", hostile), notice);
        foreach (var text in new[] { digest.Name, digest.Subject, digest.Lines[0].Sentence })
            text.ShouldAllBe(c => !char.IsControl(c) && c != '\u2028' && c != '\u202E');
        Texts.Robot(digest, 2048).Split('\n').ShouldNotContain(l => l.StartsWith("Bcc", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(400)]
    public void A_robot_s_text_keeps_its_limit_and_counts_what_it_leaves_out(int count)
    {
        var text = Texts.Robot(Of([.. Enumerable.Range(1, count).Select(n => Line(n, (LadderStep)(n % 4)))]), 2048);
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(2048);
        var shown = text.Split('\n').Count(l => l.Contains("示例事项", StringComparison.Ordinal));
        shown.ShouldBeGreaterThan(0);
        if (shown == count)
            text.ShouldNotContain("另有");
        else
            text.ShouldEndWith($"另有{count - shown}项没有列出，请到政务公开工作台查看：https://app.town.example/desk");
        text.ShouldContain("https://app.town.example/desk");
    }

    [Fact]
    public void A_mail_lists_two_hundred_lines_and_counts_the_rest()
    {
        var digest = Of([.. Enumerable.Range(1, 203).Select(n => Line(n, LadderStep.Red))]);
        foreach (var text in new[] { Texts.Plain(digest), Texts.Page(digest) })
        {
            text.ShouldContain("示例事项0200");
            text.ShouldNotContain("示例事项0201");
            text.ShouldContain("另有3项没有列出，请到政务公开工作台查看");
        }
    }

    [Fact]
    public void A_person_of_many_parts_gets_one_notice_with_each_duty_once_and_its_hardest_step()
    {
        var book = ContactsFile.Parse(
            "office,part,person,name,mail,robot,webhook,secret\n,chair,boss,示例组长,,,,\n,supervisor,s,示例监督员,,,,\ncaizheng,leader,boss,示例组长,,,,\n", ["caizheng"]).Book!;
        var people = Addressing.PerPerson(
            [
                new AddressedLine("caizheng", [OfficePart.Leader, OfficePart.Chair], Line(1, LadderStep.Yellow)),
                new AddressedLine("caizheng", [OfficePart.Chair, OfficePart.Supervisor], Line(1, LadderStep.Red)),
            ],
            book);
        people.Select(p => $"{p.Person.Key} {string.Join(',', p.Lines.Select(l => l.Severity))}").ShouldBe(["boss Red", "s Red"]);
    }
}
