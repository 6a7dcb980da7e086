namespace Lianxin.Core.Notices;

/// <summary>A person who can be told something, and how they are reached.</summary>
/// <param name="Key">Code of the person, unique in the agency: lower-case letters, digits, inner hyphens. One person may play several parts.</param>
/// <param name="Office">Code of the office where all their parts are; empty for those who answer for several, or for the whole agency.</param>
/// <param name="Name">As addressed in the notice.</param>
/// <param name="Mail">Empty when none is known.</param>
/// <param name="Robot">Kind of the group robot 群机器人; null when there is none.</param>
/// <param name="Webhook">Address of the group robot, which is a secret: whoever knows it can write to the group. Never shown nor logged.</param>
/// <param name="Secret">Name of the setting below <c>Lianxin:Robots:Secrets</c> that holds the robot's signing secret 加签密钥; empty for none.</param>
public sealed record Contact(string Key, string Office, string Name, string Mail, NoticeChannel? Robot, Uri? Webhook, string Secret)
{
    /// <summary>The ways out to this person; the desk alone where there is none.</summary>
    public IReadOnlyList<NoticeChannel> Channels
    {
        get
        {
            List<NoticeChannel> ways = [];
            if (Mail.Length > 0)
                ways.Add(NoticeChannel.Mail);
            if (Robot is { } robot && Webhook is not null)
                ways.Add(robot);
            return ways.Count > 0 ? ways : [NoticeChannel.Desk];
        }
    }

    /// <summary>Printed without addresses: a log line of a contact must not give the group away.</summary>
    public override string ToString() => $"Contact {Key}";
}

/// <summary>Who plays which part. Data, read by <see cref="ContactsFile"/>.</summary>
public sealed class ContactBook
{
    private readonly Dictionary<(string Office, OfficePart Part), Contact> parts;
    private readonly Dictionary<string, Contact> people;

    internal ContactBook(Dictionary<(string Office, OfficePart Part), Contact> parts)
    {
        this.parts = parts;
        people = parts.Values.DistinctBy(c => c.Key).ToDictionary(c => c.Key, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<Contact> People => people.Values;

    /// <summary>Null for a person who is not, or no more, in the file.</summary>
    public Contact? Person(string key) => people.GetValueOrDefault(key);

    /// <summary>
    /// Who plays a part for an office. Where the file names nobody, the next part up the chain answers for it, the chair last, so that a
    /// notice never falls on the floor; null only for an empty part above the chair.
    /// </summary>
    public Contact? Of(string office, OfficePart part)
    {
        for (var up = part; up <= OfficePart.Chair; up++)
        {
            if (parts.TryGetValue((up < OfficePart.Chair ? office : "", up), out var contact))
                return contact;
        }

        return part == OfficePart.Supervisor ? parts.GetValueOrDefault(("", part)) : null;
    }
}
