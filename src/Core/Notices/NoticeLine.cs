using System.Globalization;
using Lianxin.Core.Calendar;

namespace Lianxin.Core.Notices;

/// <summary>One thing that a person is told.</summary>
/// <param name="Duty">Id of the duty that it is about; makes the order of equal lines certain.</param>
/// <param name="Entry">Title of the catalogue's entry.</param>
/// <param name="Office">Title of the office or village.</param>
/// <param name="What">What is wrong, in plain Chinese, without a full stop.</param>
/// <param name="DaysLeft">Calendar days from the day of the notice to <paramref name="DueOn"/>; negative once it is over.</param>
/// <param name="Advice">What the ladder's rung asks for (<see cref="LadderRung.Wording"/>), without a full stop; may be empty.</param>
public sealed record NoticeLine(string Duty, string Entry, string Office, string What, DateOnly DueOn, int DaysLeft, LadderStep Severity, string Advice = "")
{
    /// <summary>The line as it is read, on one line whatever its parts hold.</summary>
    public string Sentence
    {
        get
        {
            var advice = Advice.Length > 0 ? OneLine.Of(Advice) + "。" : "";
            return $"{OneLine.Of(Entry)}（{OneLine.Of(Office)}）：{OneLine.Of(What)}。期限{ChineseDates.Text(DueOn)}，{Left}。{advice}";
        }
    }

    private string Left => DaysLeft switch
    {
        < 0 => string.Create(CultureInfo.InvariantCulture, $"已逾期{-DaysLeft}天"),
        0 => "今天到期",
        _ => string.Create(CultureInfo.InvariantCulture, $"还剩{DaysLeft}天"),
    };
}

/// <summary>What one person is to be told on a day.</summary>
public sealed record PersonNotice(Contact Person, IReadOnlyList<NoticeLine> Lines);

/// <summary>Text that must stay on one line: in a header, a list, a message of a robot.</summary>
internal static class OneLine
{
    /// <summary>Control characters, line separators and marks that turn the direction of writing become blanks.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = IsSafe(source[i]) ? source[i] : ' ';
    }).Trim();

    private static bool IsSafe(char c) => !char.IsControl(c) && c is not ('\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
