using System.Globalization;

namespace Lianxin.Core.Reports;

/// <summary>
/// Names of the numbers that are counted from the register. They are stable: narratives, the API
/// (<c>GET /api/reports/{year}/figures/{key}</c>) and older editions rely on them.
/// </summary>
public static class FigureKeys
{
    public const string Total = "items-total";
    public const string OnTime = "on-time";
    public const string Late = "late";
    public const string WithoutDue = "without-due";
    public const string OnTimeRate = "on-time-rate";
    public const string EntriesCovered = "entries-covered";

    /// <summary>例外公开: items in which a reviewer let personal data stand, with reason and article (decision record 16).</summary>
    public const string PrivacyOverrides = "privacy-overrides";

    public const string FeedbackCollected = Feedback + "collected";
    public const string FeedbackScreened = Feedback + "screened";
    public const string FeedbackRegistered = Feedback + "registered";
    public const string FeedbackDone = Feedback + "done";
    public const string FeedbackConfirmed = Feedback + "confirmed";

    /// <summary>Prefixes that only the register may fill.</summary>
    internal const string Items = "items-";
    internal const string Month = "items-month-";
    internal const string Office = "office-";
    internal const string Entry = "entry-";
    internal const string Section = "section";
    internal const string Record = "record-";
    internal const string Feedback = "feedback-";
    internal const string OnTimeOffice = OnTime + "-" + Office;
    internal const string OnTimeRateOffice = OnTimeRate + "-" + Office;

    public static string OfClass(string classKey) => Items + classKey;

    public static string OfMonth(int month) => Month + Two(month);

    public static string OfClassAndMonth(string classKey, int month) => Items + classKey + "-" + Two(month);

    public static string OfOffice(string office) => Office + office;

    public static string OnTimeOf(string office) => OnTimeOffice + office;

    public static string OnTimeRateOf(string office) => OnTimeRateOffice + office;

    public static string OfEntry(string entry) => Entry + entry;

    /// <summary>Name of the number in a cell of the interchange form: <c>section3.granted.total</c> is <c>section3-granted-total</c>.</summary>
    public static string OfCell(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Replace('.', '-').Replace('_', '-');
    }

    /// <summary>True for numbers that are counted from dated records.</summary>
    public static bool IsOfRecords(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(Section, StringComparison.Ordinal) || key.StartsWith(Record, StringComparison.Ordinal);
    }

    /// <summary>True for numbers that are counted from the feedback.</summary>
    public static bool IsOfFeedback(string key) => key is FeedbackCollected or FeedbackScreened or FeedbackRegistered or FeedbackDone or FeedbackConfirmed;

    /// <summary>True when a typed figure of this name would hide a counted one.</summary>
    public static bool IsComputed(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key is OnTime or Late or WithoutDue or OnTimeRate or EntriesCovered or PrivacyOverrides
            || key.StartsWith(Items, StringComparison.Ordinal)
            || key.StartsWith(Office, StringComparison.Ordinal)
            || key.StartsWith(Entry, StringComparison.Ordinal)
            || key.StartsWith(Feedback, StringComparison.Ordinal)
            || key.StartsWith(OnTimeOffice, StringComparison.Ordinal)
            || key.StartsWith(OnTimeRateOffice, StringComparison.Ordinal)
            || IsOfRecords(key);
    }

    /// <summary>Lower-case letters, digits and single hyphens, starting with a letter.</summary>
    public static bool IsKebab(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0
            && char.IsAsciiLetterLower(text[0])
            && text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    private static string Two(int month) => month.ToString("00", CultureInfo.InvariantCulture);
}
