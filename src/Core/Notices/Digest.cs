using System.Globalization;

namespace Lianxin.Core.Notices;

/// <summary>What a digest is about.</summary>
/// <param name="Code">Part of the id: lower-case letters and digits only.</param>
/// <param name="Title">As in the subject, in Chinese.</param>
public sealed record DigestKind(string Code, string Title)
{
    /// <summary>季末预检: what a quarter that closes soon still lacks.</summary>
    public static readonly DigestKind Preflight = new("preflight", "季度公开预检");

    /// <summary>提醒与亮牌: steps of the ladder.</summary>
    public static readonly DigestKind Ladder = new("ladder", "公开期限提醒");

    /// <summary>季度缺项: what was missing when the quarter's run had published the rest.</summary>
    public static readonly DigestKind Missing = new("missing", "季度公开缺项");
}

/// <summary>
/// Everything that one person is told on one day about one thing. The id follows from agency, day, person and kind, so that a digest is made
/// once however often a sweep runs; what it says is fixed when it is made.
/// </summary>
/// <param name="Day">Business date in China Standard Time.</param>
/// <param name="Office">As <see cref="Contact.Office"/>: with one, every line is about that office.</param>
/// <param name="Person">Key of the person.</param>
/// <param name="Lines">The hardest first, then by due day, entry, office and duty.</param>
public sealed record Digest(string Agency, DateOnly Day, DigestKind Kind, string Person, string Name, string Office, IReadOnlyList<NoticeLine> Lines)
{
    public string Id => IdOf(Agency, Day, Person, Kind);

    /// <summary>Subject of the mail: <c>公开期限提醒：红牌1项，提醒3项（3月25日）</c>.</summary>
    public string Subject
    {
        get
        {
            var counts = Groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{NoticeWords.Of(g.Key)}{g.Count()}项"));
            return OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{Kind.Title}：{string.Join("，", counts)}（{Day.Month}月{Day.Day}日）"));
        }
    }

    /// <summary>The lines by severity, the hardest first.</summary>
    public IEnumerable<IGrouping<LadderStep, NoticeLine>> Groups => Lines.GroupBy(l => l.Severity);

    public static string IdOf(string agency, DateOnly day, string person, DigestKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return string.Create(CultureInfo.InvariantCulture, $"{agency}-{day:yyyy-MM-dd}-{person}-{kind.Code}");
    }

    /// <exception cref="ArgumentException">There are no lines, or the kind's code is none: a fault of the program.</exception>
    public static Digest Of(string agency, DateOnly day, DigestKind kind, PersonNotice notice)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(notice);
        if (kind.Code.Length == 0 || !kind.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            throw new ArgumentException($"'{kind.Code}' is no code of a kind.", nameof(kind));
        if (notice.Lines.Count == 0)
            throw new ArgumentException("A digest without lines tells nothing.", nameof(notice));
        var lines = notice.Lines
            .OrderByDescending(l => l.Severity)
            .ThenBy(l => l.DueOn)
            .ThenBy(l => l.Entry, StringComparer.Ordinal)
            .ThenBy(l => l.Office, StringComparer.Ordinal)
            .ThenBy(l => l.Duty, StringComparer.Ordinal);
        return new Digest(agency, day, kind, notice.Person.Key, OneLine.Of(notice.Person.Name), notice.Person.Office, [.. lines]);
    }
}
