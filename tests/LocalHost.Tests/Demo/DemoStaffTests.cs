using Lianxin.LocalHost.Demo;

namespace Lianxin.LocalHost.Tests.Demo;

public sealed class DemoStaffTests : IDisposable
{
    private static readonly Office[] Offices =
        [new("dangzheng", "党政办公室", false), new("caizheng", "财政所", false), new("lanxing", "兰星村", true), new("other", "另一村", true)];

    private readonly string _folder = Directory.CreateTempSubdirectory("lianxin-staff-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_role_has_someone_and_the_leading_group_has_two()
    {
        var staff = DemoStaff.Read(DemoStaff.Ensure(_folder, Offices));

        staff.CountBy(member => member.Role).OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => $"{role.Key} {role.Value}").ShouldBe(
            ["admin 1", "chair 1", "clerk 5", "leader 2", "member 1", "reviewer 1", "supervisor 1"]);
        staff.Where(member => member.Role == "clerk").Select(member => member.Office).ShouldBe(["dangzheng", "caizheng", "minzheng", "fuwu", "lanxing"]);
        staff.Single(member => member.Office == "caizheng").Name.ShouldBe("示例经办人（财政所）");
        staff.Select(member => member.Account).Distinct().Count().ShouldBe(staff.Count);
    }

    [Fact]
    public void Passwords_are_long_different_and_only_for_the_owner_to_read()
    {
        var path = DemoStaff.Ensure(_folder, Offices);
        var passwords = DemoStaff.Read(path).Select(member => member.Password).ToList();

        passwords.ShouldAllBe(password => password.Length >= 14);
        passwords.Distinct().Count().ShouldBe(passwords.Count);
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_second_start_keeps_the_accounts()
    {
        var before = File.ReadAllText(DemoStaff.Ensure(_folder, Offices));

        File.ReadAllText(DemoStaff.Ensure(_folder, [])).ShouldBe(before);
    }

    [Fact]
    public void Offices_are_read_with_quotes_and_a_byte_order_mark()
    {
        var path = Path.Combine(_folder, "offices.csv");
        File.WriteAllText(path, "\uFEFFcode,title,is_village,leader\r\ncaizheng,\"财政所, \"\"新\"\"\",false,x\r\nlanxing,兰星村,true,y\r\n");

        OfficesFile.Read(path).ShouldBe([new Office("caizheng", "财政所, \"新\"", false), new Office("lanxing", "兰星村", true)]);
        OfficesFile.Read(Path.Combine(_folder, "none.csv")).ShouldBeEmpty();
    }
}
