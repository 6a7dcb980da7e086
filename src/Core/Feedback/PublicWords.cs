using Lianxin.Core.Privacy;

namespace Lianxin.Core.Feedback;

/// <summary>The gate before words that staff write for a public list or sheet: personal data stops them, as in an item.</summary>
public static class PublicWords
{
    /// <summary>Null when nothing was found.</summary>
    public static Refusal? Refuse(params IReadOnlyList<(string Field, string? Text)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var findings = texts.SelectMany(t => TextDetectors.Scan(t.Field, t.Text ?? "")).ToList();
        return findings.Count == 0
            ? null
            : new Refusal(RefusalKind.Invalid, "personal-data", $"这些内容会公示，其中发现{findings.Count}处个人信息，请删除或遮盖后再提交。") { Findings = findings };
    }

    /// <summary>The text with everything covered that the detectors know; a second lock at the exit, for rows written under older rules.</summary>
    public static string Masked(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var masked = text.ToCharArray();
        foreach (var finding in TextDetectors.Scan("", text))
        {
            Array.Fill(masked, '*', finding.Start, finding.Length);
        }

        return new string(masked);
    }
}
