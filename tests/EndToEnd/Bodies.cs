namespace Lianxin.EndToEnd;

/// <summary>Bodies of calls, complete and believable.</summary>
internal static class Bodies
{
    public static object Accept { get; } =
        new { decision = "accept", comment = "", secrecyCheck = "passed", answers = new Dictionary<string, bool> { ["complete"] = true, ["true"] = true, ["specific"] = true, ["lawful"] = true } };

    /// <summary>政府采购: within 20 working days, approved by the group, published at once.</summary>
    public static Dictionary<string, object?> Procurement(string title, string body = "本次采购按规定程序进行，结果公布如下。") => new()
    {
        ["entry"] = "10-04",
        ["title"] = title,
        ["body"] = body,
        ["formedOn"] = Days.Yesterday,
        ["elements"] = new Dictionary<string, string>
        {
            ["project"] = "排水沟维修",
            ["method"] = "询价",
            ["winner"] = "示例工程队",
            ["contract_sum"] = "98000",
            ["schedule"] = "2026年12月",
            ["charge"] = "无",
            ["fee_basis"] = "无",
            ["fee_standard"] = "0",
            ["amount_year"] = "0",
        },
        ["musts"] = new[] { "supervision" },
    };

    /// <summary>政务活动动态: approved by the reviewer's acceptance.</summary>
    public static Dictionary<string, object?> News(string title) => new()
    {
        ["entry"] = "01-03",
        ["title"] = title,
        ["body"] = "镇政府召开会议，部署近期工作。",
        ["formedOn"] = Days.Yesterday,
        ["elements"] = new Dictionary<string, string>
        {
            ["title"] = title,
            ["event_date"] = Days.Yesterday,
            ["place"] = "镇政府会议室",
            ["body"] = "部署近期工作。",
            ["source"] = "党政办",
        },
    };

    /// <summary>理论学习与主题教育: party-only, quarterly, approved by the group.</summary>
    public static Dictionary<string, object?> StudySession(string title) => new()
    {
        ["entry"] = "02-01",
        ["title"] = title,
        ["body"] = "镇党委组织理论学习，交流体会。",
        ["formedOn"] = Days.Yesterday,
        ["period"] = Days.LastQuarter,
        ["elements"] = new Dictionary<string, string>
        {
            ["topic"] = "理论学习",
            ["date"] = Days.Yesterday,
            ["attendees_scope"] = "全体党员",
            ["summary"] = "集中学习，交流体会。",
        },
    };

    /// <summary>年度重点工作: once a quarter, on the reviewer's word.</summary>
    public static Dictionary<string, object?> Quarterly(string title) => new()
    {
        ["entry"] = "01-01",
        ["title"] = title,
        ["body"] = "本季度重点工作按计划推进。",
        ["formedOn"] = "2026-03-20",
        ["period"] = "2026-Q1",
        ["elements"] = new Dictionary<string, string>
        {
            ["year"] = "2026",
            ["task"] = "道路养护",
            ["target"] = "完成养护",
            ["owner_office"] = "党政办",
            ["due_date"] = "2026-12-31",
            ["progress"] = "已完成三分之一",
        },
    };

    public static FormUrlEncodedContent AsForm(Dictionary<string, object?> body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in body)
        {
            switch (value)
            {
                case Dictionary<string, string> map:
                    fields.AddRange(map.Select(m => KeyValuePair.Create($"{name}.{m.Key}", m.Value)));
                    break;
                case string[] list:
                    fields.AddRange(list.Select(v => KeyValuePair.Create(name, v)));
                    break;
                case string text:
                    fields.Add(KeyValuePair.Create(name, text));
                    break;
            }
        }

        return new FormUrlEncodedContent(fields);
    }
}
