using System.Globalization;
using System.Text;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Complete and believable submissions.</summary>
internal static class Submissions
{
    public const string ImportHead = "number,entry,office,village,title,body,formed_on,published_on,period,elements,channels";

    /// <summary>政务活动动态: goes out at once, on the reviewer's word.</summary>
    public static ItemInput News(string title) => new()
    {
        Entry = "01-03",
        Title = title,
        Body = "镇政府召开会议，部署近期工作。",
        FormedOn = "2026-03-01",
        Elements = new Dictionary<string, string>
        {
            ["title"] = title,
            ["event_date"] = "2026-03-01",
            ["place"] = "镇政府会议室",
            ["body"] = "部署近期工作。",
            ["source"] = "党政办",
        },
    };

    /// <summary>年度重点工作: once a quarter, on the reviewer's word, on the day after the quarter.</summary>
    public static ItemInput Quarterly(string title) => new()
    {
        Entry = "01-01",
        Title = title,
        Body = "本季度重点工作按计划推进。",
        FormedOn = "2026-03-01",
        Period = "2026-Q1",
        Elements = new Dictionary<string, string>
        {
            ["year"] = "2026",
            ["task"] = "道路养护",
            ["target"] = "完成养护",
            ["owner_office"] = "党政办",
            ["due_date"] = "2026-12-31",
            ["progress"] = "已完成三分之一",
        },
    };

    /// <summary>理论学习: never leaves the Party.</summary>
    public static ItemInput PartyOnly(string title) => new()
    {
        Entry = "02-01",
        Title = title,
        Body = "党委理论学习中心组学习。",
        FormedOn = "2026-03-01",
        Period = "2025-Q4",
        Elements = new Dictionary<string, string>
        {
            ["topic"] = title,
            ["date"] = "2026-03-01",
            ["attendees_scope"] = "中心组成员",
            ["summary"] = "学习有关文件。",
        },
    };

    public static byte[] Csv(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(ImportHead)) + "\n");

    /// <summary>A row of a past register.</summary>
    public static string PastRow(int number, string publishedOn = "2025-06-02", string title = "镇政府召开例会")
    {
        var key = number.ToString("00000", CultureInfo.InvariantCulture);
        var elements = $$"""{"title":"{{title}}","event_date":"2025-06-01","place":"会议室","body":"部署工作","source":"党政办"}""".Replace("\"", "\"\"", StringComparison.Ordinal);
        return $"N-{key},01-03,dangzheng,,{title}第{key}次,会议部署近期工作。,2025-06-01,{publishedOn},,\"{elements}\",portal";
    }
}
