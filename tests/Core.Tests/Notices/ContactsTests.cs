using Lianxin.Core.Notices;

namespace Lianxin.Core.Tests.Notices;

public sealed class ContactsTests
{
    private const string Head = "office,part,person,name,mail,robot,webhook,secret\n";
    private const string Top = ",chair,chair,示例组长,,,,\n,supervisor,supervisor,示例监督员,,,,\n";
    private static readonly string[] Offices = ["caizheng", "minzheng"];

    [Fact]
    public void S3_the_shipped_contacts_name_every_part_of_every_office_and_no_address()
    {
        var book = ContactsFile.Parse(ShippedData.Text("contacts.csv"), [.. ShippedData.Catalogue.Offices.Select(o => o.Code)]).Book.ShouldNotBeNull();
        foreach (var office in ShippedData.Catalogue.Offices)
        {
            book.Of(office.Code, OfficePart.Clerk).ShouldNotBeNull().Name.ShouldBe(office.Clerk);
            book.Of(office.Code, OfficePart.Manager).ShouldNotBeNull().Name.ShouldBe(office.Manager);
            book.Of(office.Code, OfficePart.Leader).ShouldNotBeNull().Name.ShouldBe(office.Leader);
        }

        book.People.ShouldAllBe(p => p.Channels.SequenceEqual(new[] { NoticeChannel.Desk }));
    }

    [Fact]
    public void Whoever_answers_for_two_offices_is_one_person_and_belongs_to_neither()
    {
        var book = Read("caizheng,leader,l-1,示例领导,,,,\nminzheng,leader,l-1,示例领导,,,,\nminzheng,clerk,c-1,示例经办,,,,\n");
        book.Of("caizheng", OfficePart.Leader).ShouldBe(book.Of("minzheng", OfficePart.Leader));
        book.Person("l-1")!.Office.ShouldBe("");
        book.Person("c-1")!.Office.ShouldBe("minzheng");
    }

    [Fact]
    public void For_a_part_that_nobody_plays_the_next_one_up_answers()
    {
        var book = Read("caizheng,leader,l-1,示例领导,,,,\n");
        book.Of("caizheng", OfficePart.Clerk)!.Key.ShouldBe("l-1");
        book.Of("minzheng", OfficePart.Clerk)!.Key.ShouldBe("chair");
        book.Of("minzheng", OfficePart.Supervisor)!.Key.ShouldBe("supervisor");
    }

    [Fact]
    public void A_person_with_mail_and_robot_has_two_ways_and_tells_neither_when_printed()
    {
        var person = Read("caizheng,clerk,c-1,示例经办,c@town.example,dingtalk,https://oapi.dingtalk.com/robot/send?access_token=t0ken,group1\n").Person("c-1")!;
        person.Channels.ShouldBe([NoticeChannel.Mail, NoticeChannel.DingTalk]);
        $"{person}{new PersonNotice(person, [])}".ShouldNotContain("t0ken");
    }

    [Theory]
    [InlineData("caizheng,mayor,a,甲,,,,", "part 列：“mayor”未知，应为 clerk、manager、leader、chair 或 supervisor")]
    [InlineData("nowhere,clerk,a,甲,,,,", "office 列：没有站所“nowhere”")]
    [InlineData("caizheng,chair,a,甲,,,,", "office 列：组长属于全镇，此列应为空")]
    [InlineData("caizheng,clerk,A b,甲,,,,", "person 列：“A b”应为1到40个小写字母、数字或中间的连字符")]
    [InlineData("caizheng,clerk,a,\"甲\nBcc: x\",,,,", "name 列：应为1到50字，不能换行")]
    [InlineData("caizheng,clerk,a,甲,\"a@b.example\nBcc: x@y.example\",,,", "mail 列：不是有效的邮箱地址")]
    [InlineData("caizheng,clerk,a,甲,a@b.example>,,,", "mail 列：不是有效的邮箱地址")]
    [InlineData("caizheng,clerk,a,甲,,qq,,", "robot 列：“qq”未知，应为 dingtalk、wecom 或 feishu")]
    [InlineData("caizheng,clerk,a,甲,,,https://oapi.dingtalk.com/,", "robot 列：填写了机器人地址，却没有写是哪一种机器人")]
    [InlineData("caizheng,clerk,a,甲,,wecom,file:///etc/passwd,", "webhook 列：不是有效的地址")]
    [InlineData("caizheng,clerk,a,甲,,dingtalk,,SEC0123456789012345678901234567890123456789", "secret 列：应为设置的名称（字母、数字），不是密钥本身")]
    [InlineData("caizheng,clerk,chair,乙,,,,", "person 列：“chair”与第2行的姓名或联系方式不一致")]
    [InlineData(",chair,b,乙,,,,", "part 列：同一站所的同一职责出现两次")]
    public void Broken_contacts_are_refused_with_line_and_reason(string row, string problem)
    {
        var load = ContactsFile.Parse(Head + Top + row + "\n", Offices);
        load.Loaded.ShouldBeFalse();
        load.Problems.Select(p => p.ToString()).ShouldContain("contacts.csv 第4行 " + problem);
    }

    [Fact]
    public void Without_chair_or_supervisor_the_hardest_card_would_reach_nobody() =>
        ContactsFile.Parse(Head + ",chair,chair,示例组长,,,,\n", Offices).Problems.Single().Reason.ShouldBe("缺少监督员（supervisor）");

    private static ContactBook Read(string rows) => ContactsFile.Parse(Head + Top + rows, Offices).Book.ShouldNotBeNull();
}
