using System.Globalization;
using Lianxin.Core;
using Lianxin.Documents.Pages;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Checks;

namespace Lianxin.Functions.Desk;

/// <summary>What failed for good, on the administrator's desk.</summary>
/// <param name="Did">What was just done: <c>retried</c>, <c>dismissed</c> or empty.</param>
/// <param name="Lately">What was done before, newest first.</param>
/// <param name="RefusedId">The trouble whose form was refused.</param>
public sealed record TroublesModel(
    IReadOnlyList<Trouble> Troubles, IReadOnlyList<SettledTrouble> Lately, string Did = "", string? RefusedId = null, Refusal? Refusal = null, string Typed = "")
{
    /// <summary>How far the check of the register is.</summary>
    public CheckState Check { get; init; } = CheckState.None;

    private const int ReasonCharacters = 2_000;

    public string? Done => Did switch
    {
        "retried" => "已交回重新办理，结果稍后可见。",
        "checked" => "已开始核对登记簿，几分钟后刷新本页可见结果。",
        "dismissed" => "已移除，原因已记录。",
        _ => null,
    };

    /// <summary>The last check in one sentence.</summary>
    public string CheckLine => Check switch
    {
        { Part.Length: > 0 } => string.Create(CultureInfo.InvariantCulture, $"正在核对，已看过 {Check.Items} 件信息，修复 {Check.Repaired} 处。"),
        { FinishedAt: { } at } => string.Create(CultureInfo.InvariantCulture, $"最近一次核对于 {ChinaText.Minute(at)} 完成：看过 {Check.Items} 件信息，修复 {Check.Repaired} 处，仍缺失 {Check.Open.Count} 处。"),
        _ => "还没有核对过。",
    };

    public static string StateOf(Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return trouble.Kind switch
        {
            TroubleKind.Poison => "消息已被搁置",
            TroubleKind.Retrying => "正在自动重试",
            TroubleKind.GivenUp => "已停止自动重试",
            TroubleKind.FailedJob => "任务没有完成",
            TroubleKind.Lost => "核对发现，无法自动修复",
            _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
        };
    }

    public static string TriesOf(Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        if (trouble.Kind == TroubleKind.Lost)
        {
            return trouble.LastTry is { } looked ? $"最近一次核对 {ChinaText.Minute(looked)}" : "";
        }

        var parts = new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"已试 {trouble.Tries} 次"),
            trouble.LastTry is { } last ? $"最近一次 {ChinaText.Minute(last)}" : null,
            trouble.NextTry is { } next ? $"下次 {ChinaText.Minute(next)}" : "不再自动重试",
        };
        return string.Join("，", parts.OfType<string>());
    }

    /// <summary>The reason's field, with the errors of the form that was refused.</summary>
    public FormField ReasonOf(Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        var refused = string.Equals(trouble.Id, RefusedId, StringComparison.Ordinal);
        return new FormField($"t{Troubles.ToList().IndexOf(trouble)}", "reason", "移除的原因")
        {
            Required = true,
            MaxLength = ReasonCharacters,
            Value = refused ? Typed : "",
            Errors = refused ? Refusal?.Errors.GetValueOrDefault("reason") ?? [] : [],
        };
    }

    public IReadOnlyDictionary<string, string> Places =>
        Troubles.FirstOrDefault(t => string.Equals(t.Id, RefusedId, StringComparison.Ordinal)) is { CanDismiss: true } refused
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = ReasonOf(refused).Id }
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
