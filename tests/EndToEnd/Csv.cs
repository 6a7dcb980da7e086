using System.Text;
using System.Text.Json;

namespace Lianxin.EndToEnd;

/// <summary>Small past registers as CSV.</summary>
internal static class Csv
{
    public const string Head = "number,entry,office,village,title,body,formed_on,published_on,period,elements,channels,url";

    /// <summary>A line of government activity news of one day.</summary>
    public static string News(string number, string day, string title) =>
        $"{number},01-03,dangzheng,,{title},镇政府召开会议，部署近期工作。,{day},{day},,{Elements(day, title)},portal,";

    public static byte[] File(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', [Head, .. lines]) + "\n");

    private static string Elements(string day, string title)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["title"] = title,
            ["event_date"] = day,
            ["place"] = "镇政府会议室",
            ["body"] = "部署近期工作。",
            ["source"] = "党政办",
        });
        return $"\"{json.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
