using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Demo;

/// <summary>One demo account; the name says plainly that it is an example.</summary>
internal sealed record StaffMember(string Account, string Password, string Role, string Office, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<StaffMember>))]
internal sealed partial class StaffJson : JsonSerializerContext;

/// <summary>The demo accounts of <c>demo-staff.json</c>: made once per data folder, at least one for every role.</summary>
internal static class DemoStaff
{
    /// <summary>The office of everyone who is not a clerk.</summary>
    private const string PartyGovernmentOffice = "dangzheng";

    private static readonly (string Code, string Title)[] ClerkOffices =
        [(PartyGovernmentOffice, "党政办"), ("caizheng", "财政所"), ("minzheng", "民政所"), ("fuwu", "便民服务中心")];

    private static readonly (string Account, string Role, string Name)[] Others =
    [
        ("reviewer", "reviewer", "示例审核人"),
        ("leader-1", "leader", "示例领导小组成员一"),
        ("leader-2", "leader", "示例领导小组成员二"),
        ("chair", "chair", "示例组长"),
        ("supervisor", "supervisor", "示例监督员"),
        ("member", "member", "示例党员"),
        ("admin", "admin", "示例管理员"),
    ];

    /// <returns>Path of the file.</returns>
    public static string Ensure(string dataFolder, IReadOnlyList<Office> offices)
    {
        var path = Path.Combine(dataFolder, "demo-staff.json");
        if (!File.Exists(path))
        {
            var json = new StaffJson(new JsonSerializerOptions(StaffJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            PrivateFile.Write(path, JsonSerializer.Serialize(Make(offices), json.IReadOnlyListStaffMember));
        }

        return path;
    }

    public static IReadOnlyList<StaffMember> Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), StaffJson.Default.IReadOnlyListStaffMember) ?? [];

    private static IReadOnlyList<StaffMember> Make(IReadOnlyList<Office> offices)
    {
        var clerks = ClerkOffices
            .Select(office => (office.Code, Title: offices.FirstOrDefault(known => known.Code == office.Code)?.Title ?? office.Title))
            .Concat(offices.Where(office => office.IsVillage).Take(1).Select(village => (village.Code, village.Title)));
        return
        [
            .. clerks.Select(office => New($"clerk-{office.Code}", "clerk", office.Code, $"示例经办人（{office.Title}）")),
            .. Others.Select(other => New(other.Account, other.Role, PartyGovernmentOffice, other.Name)),
        ];
    }

    private static StaffMember New(string account, string role, string office, string name) =>
        new(account, ReadablePassword.Make(), role, office, name);
}
