using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Lianxin.Core.Text;

namespace Lianxin.Core.Notices;

/// <summary>What came of reading the contacts: the book, or every problem that keeps it from being used.</summary>
public sealed record ContactsLoad(ContactBook? Book, IReadOnlyList<DataProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Book))]
    public bool Loaded => Book is not null;
}

/// <summary>
/// Reads the contacts: CSV <c>office,part,person,name,mail,robot,webhook,secret</c>, one row per part. The chair and the supervisor have no
/// office and must be there; a person on several rows has the same name and addresses on each. Addresses may be empty: then a
/// notice waits on the desk. A file with any problem is refused as a whole; problems never quote an address.
/// </summary>
public static partial class ContactsFile
{
    public const string Name = "contacts.csv";

    private const int LongestName = 50;
    private static readonly string[] Columns = ["office", "part", "person", "name", "mail", "robot", "webhook", "secret"];

    /// <param name="offices">Codes of the offices there are.</param>
    public static ContactsLoad Parse(string csv, IReadOnlyCollection<string> offices, string file = Name)
    {
        ArgumentNullException.ThrowIfNull(offices);
        var table = CsvTable.Read(file, csv, Columns);
        var problems = new List<DataProblem>(table.Problems);
        var parts = new Dictionary<(string Office, OfficePart Part), string>();
        var people = new Dictionary<string, (int Line, Contact Contact)>(StringComparer.Ordinal);
        foreach (var record in table.Records)
        {
            var before = problems.Count;
            void Report(string column, string reason) => problems.Add(new DataProblem(file, record.Line, column, reason));
            var part = ReadPart(record, offices, Report);
            var contact = ReadContact(record, Report);
            if (problems.Count > before)
                continue;
            if (!people.TryAdd(contact.Key, (record.Line, contact)))
            {
                var (line, known) = people[contact.Key];
                if (known with { Office = contact.Office } != contact)
                    Report("person", $"“{contact.Key}”与第{line}行的姓名或联系方式不一致");
                if (known.Office != contact.Office)
                    people[contact.Key] = (line, known with { Office = "" });
            }

            if (!parts.TryAdd((record["office"], part), contact.Key))
                Report("part", "同一站所的同一职责出现两次");
        }

        foreach (var part in new[] { OfficePart.Chair, OfficePart.Supervisor })
        {
            if (problems.Count == 0 && !parts.ContainsKey(("", part)))
                problems.Add(new DataProblem(file, 1, "part", $"缺少{NoticeWords.Of(part)}（{Names.Of(part)}）"));
        }

        return problems.Count > 0 ? new ContactsLoad(null, problems) : new ContactsLoad(new ContactBook(parts.ToDictionary(p => p.Key, p => people[p.Value].Contact)), []);
    }

    private static OfficePart ReadPart(CsvRecord record, IReadOnlyCollection<string> offices, Action<string, string> report)
    {
        var office = record["office"];
        if (!Names.TryRead<OfficePart>(record["part"], out var part))
            report("part", $"“{record["part"]}”未知，应为 clerk、manager、leader、chair 或 supervisor");
        else if (part >= OfficePart.Chair && office.Length > 0)
            report("office", $"{NoticeWords.Of(part)}属于全镇，此列应为空");
        else if (part < OfficePart.Chair && !offices.Contains(office))
            report("office", $"没有站所“{office}”");
        return part;
    }

    private static Contact ReadContact(CsvRecord record, Action<string, string> report)
    {
        var (key, name, mail, robot, webhook) = (record["person"], record["name"], record["mail"], record["robot"], record["webhook"]);
        if (!PersonKey().IsMatch(key))
            report("person", $"“{key}”应为1到40个小写字母、数字或中间的连字符");
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            report("name", $"应为1到{LongestName}字，不能换行");
        if (mail.Length > 0 && !MailAddress().IsMatch(mail))
            report("mail", "不是有效的邮箱地址");
        NoticeChannel? kind = robot switch { "" => null, "dingtalk" => NoticeChannel.DingTalk, "wecom" => NoticeChannel.WeCom, "feishu" => NoticeChannel.Feishu, _ => NoticeChannel.Desk };
        if (kind is NoticeChannel.Desk)
            report("robot", $"“{robot}”未知，应为 dingtalk、wecom 或 feishu");
        if (webhook.Length > 0 && kind is null)
            report("robot", "填写了机器人地址，却没有写是哪一种机器人");
        Uri? address = null;
        if (webhook.Length > 0 && !(Uri.TryCreate(webhook, UriKind.Absolute, out address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0))
            report("webhook", "不是有效的地址");
        if (!SecretName().IsMatch(record["secret"]))
            report("secret", "应为设置的名称（字母、数字），不是密钥本身");
        return new Contact(key, record["office"], name, mail, kind, address, record["secret"]);
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$")]
    private static partial Regex PersonKey();

    // RFC 5321 without quoted local parts, comments and address literals: nothing that could end a header line or a command.
    [GeneratedRegex(@"^(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9-]{1,63})*$")]
    private static partial Regex MailAddress();

    // A real secret (SEC… of 67 characters) does not fit, so that nobody writes it into the file by mistake.
    [GeneratedRegex("^[A-Za-z0-9]{0,32}$")]
    private static partial Regex SecretName();
}
