using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lianxin.Core.Calendar;

namespace Lianxin.Core.Notices;

/// <summary>A digest as people read it.</summary>
/// <param name="agencyName">发布机构, who it comes from.</param>
/// <param name="desk">Address of the staff desk, where everything can be read.</param>
public sealed class DigestText(string agencyName, string desk)
{
    /// <summary>Lines of one mail; a person answers for fewer, and a list without end is read by nobody.</summary>
    public const int MostLinesOfMail = 200;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The plain part of the mail.</summary>
    public string Plain(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var text = new StringBuilder(Opening(digest)).Append('\n');
        var number = 0;
        foreach (var group in Shown(digest))
        {
            text.Append('\n').Append(Heading(group)).Append('\n');
            foreach (var line in group)
                text.Append(CultureInfo.InvariantCulture, $"{++number}. {line.Sentence}\n");
        }

        if (digest.Lines.Count > number)
            text.Append('\n').Append(More(digest.Lines.Count - number)).Append('\n');
        return text.Append('\n').Append(Closing).Append('\n').ToString();
    }

    /// <summary>The HTML part of the mail: no picture, no script, no style but what every mail program shows.</summary>
    public string Page(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
            .Append(Html.Encode(digest.Subject)).Append("</title></head><body>");
        foreach (var line in Opening(digest).Split('\n'))
            page.Append("<p>").Append(Html.Encode(line)).Append("</p>");
        var number = 0;
        foreach (var group in Shown(digest))
        {
            page.Append("<h3>").Append(Html.Encode(Heading(group))).Append(CultureInfo.InvariantCulture, $"</h3><ol start=\"{number + 1}\">");
            foreach (var line in group)
            {
                number++;
                page.Append("<li>").Append(Html.Encode(line.Sentence)).Append("</li>");
            }

            page.Append("</ol>");
        }

        if (digest.Lines.Count > number)
            page.Append("<p>").Append(Html.Encode(More(digest.Lines.Count - number))).Append("</p>");
        return page.Append("<p>").Append(Html.Encode(Closing)).Append("</p></body></html>").ToString();
    }

    /// <summary>The text of a robot, within a number of bytes of UTF-8; what does not fit is counted, and said where to find.</summary>
    /// <param name="mostBytes">What the robot takes; at least 1,024.</param>
    public string Robot(Digest digest, int mostBytes)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBytes, 1024);
        var head = $"【{OneLine.Of(digest.Kind.Title)}】{Opening(digest)}\n";
        // Room for the longest ending is kept free, whether it will be needed or not.
        var left = mostBytes - Bytes(head) - Bytes(End(digest.Lines.Count));
        var text = new StringBuilder(head);
        var shown = 0;
        foreach (var group in digest.Groups)
        {
            var heading = Heading(group) + "\n";
            foreach (var line in group)
            {
                var next = string.Create(CultureInfo.InvariantCulture, $"{heading}{shown + 1}. {line.Sentence}\n");
                if (Bytes(next) > left)
                    return text.Append(End(digest.Lines.Count - shown)).ToString();
                text.Append(next);
                left -= Bytes(next);
                heading = "";
                shown++;
            }
        }

        return text.Append(End(0)).ToString();
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Opening(Digest digest) =>
        string.Create(CultureInfo.InvariantCulture, $"{OneLine.Of(digest.Name)}：\n截至{ChineseDates.Text(digest.Day)}，您有{digest.Lines.Count}项信息公开工作需要处理。");

    private static string Heading(IGrouping<LadderStep, NoticeLine> group) =>
        string.Create(CultureInfo.InvariantCulture, $"{NoticeWords.Of(group.Key)}（{group.Count()}项）");

    private static IEnumerable<IGrouping<LadderStep, NoticeLine>> Shown(Digest digest) => digest.Lines.Take(MostLinesOfMail).GroupBy(l => l.Severity);

    private string More(int count) => string.Create(CultureInfo.InvariantCulture, $"另有{count}项没有列出，请到政务公开工作台查看：{desk}");

    private string End(int more) => more > 0 ? More(more) : $"办理请登录政务公开工作台：{desk}";

    private string Closing => $"办理请登录政务公开工作台：{desk}\n本通知由{OneLine.Of(agencyName)}政务公开系统自动发出，请勿直接回复。";
}
