using Lianxin.Core;
using Lianxin.Core.Privacy;

namespace Lianxin.Functions.Input;

/// <summary>An answer that refuses (RFC 9457). It names no file, no storage and no stack.</summary>
/// <param name="Code">Stable, kebab-case English; also the end of the type's URN.</param>
/// <param name="Detail">Chinese, for people.</param>
public sealed partial record Problem(int Status, string Code, string Detail)
{
    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(5);

    /// <summary>Messages per field of the input, in Chinese.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public IReadOnlyList<PersonalDataFinding> Findings { get; init; } = [];

    /// <summary>When it makes sense to try again; becomes <c>Retry-After</c> in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public string Type => "urn:lianxin:problem:" + Code;

    public string Title => Status switch
    {
        StatusCodes.Status400BadRequest => "请求内容有误",
        StatusCodes.Status401Unauthorized => "需要登录",
        StatusCodes.Status403Forbidden => "无权进行此操作",
        StatusCodes.Status404NotFound => "没有找到所请求的内容",
        StatusCodes.Status405MethodNotAllowed => "此地址不支持该请求方法",
        StatusCodes.Status409Conflict => "当前状态不允许此操作",
        StatusCodes.Status410Gone => "该信息已撤下",
        StatusCodes.Status412PreconditionFailed => "内容已被他人更改",
        StatusCodes.Status413PayloadTooLarge => "提交的内容过大",
        StatusCodes.Status415UnsupportedMediaType => "不支持的内容类型",
        StatusCodes.Status422UnprocessableEntity => "重复提交的内容不一致",
        StatusCodes.Status428PreconditionRequired => "缺少版本标记",
        StatusCodes.Status429TooManyRequests => "请求过于频繁",
        StatusCodes.Status503ServiceUnavailable => "服务暂时不可用",
        >= 500 => "系统出现错误",
        _ => "请求无法处理",
    };

    /// <summary>The answer to a refused command; the status follows from its kind (api.md, "Errors").</summary>
    public static Problem From(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var status = refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Unknown => StatusCodes.Status404NotFound,
            RefusalKind.IllegalStep => StatusCodes.Status409Conflict,
            RefusalKind.Gone => StatusCodes.Status410Gone,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            RefusalKind.Mismatch => StatusCodes.Status422UnprocessableEntity,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "No status is known for this kind."),
        };
        return new Problem(status, refusal.Code, refusal.Detail) { Errors = refusal.Errors, Findings = refusal.Findings };
    }

    public static Problem BadInput(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);

    public static Problem NotSignedIn() => new(StatusCodes.Status401Unauthorized, ProblemCodes.NotSignedIn, "请先登录。");

    public static Problem Forbidden() => new(StatusCodes.Status403Forbidden, ProblemCodes.Forbidden, "您的角色不能进行此操作。");

    public static Problem NotFound() => new(StatusCodes.Status404NotFound, ProblemCodes.NotFound, "没有找到所请求的内容。");

    public static Problem Stale() =>
        new(StatusCodes.Status412PreconditionFailed, ProblemCodes.Stale, "内容在您打开之后已被更改，请重新打开后再提交。");

    public static Problem PreconditionRequired() =>
        new(StatusCodes.Status428PreconditionRequired, ProblemCodes.PreconditionRequired, "请在 If-Match 中给出您所看到的版本标记（ETag）。");

    public static Problem TooLarge(string detail) => new(StatusCodes.Status413PayloadTooLarge, ProblemCodes.TooLarge, detail);

    public static Problem TooMany(TimeSpan retryAfter, string code = ProblemCodes.TooManyRequests, string detail = "请求过于频繁，请稍后再试。") =>
        new(StatusCodes.Status429TooManyRequests, code, detail) { RetryAfter = retryAfter };

    public static Problem StorageUnavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, ProblemCodes.StorageUnavailable, "存储服务暂时不可用，本次操作没有生效，请稍后重试。")
        {
            RetryAfter = StorageRetry,
        };

    public static Problem Internal() =>
        new(StatusCodes.Status500InternalServerError, ProblemCodes.Internal, "系统出现错误，已记录。");

    /// <summary>The problem of a bare status code, for answers that the framework left empty.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => NotSignedIn(),
        StatusCodes.Status403Forbidden => Forbidden(),
        StatusCodes.Status404NotFound => NotFound(),
        StatusCodes.Status405MethodNotAllowed => new(status, ProblemCodes.MethodNotAllowed, "请使用 Allow 所列的请求方法。"),
        StatusCodes.Status413PayloadTooLarge => TooLarge("提交的内容超过允许的大小。"),
        StatusCodes.Status415UnsupportedMediaType => new(status, ProblemCodes.UnsupportedMediaType, "请以 JSON 或表单提交。"),
        >= 500 => Internal(),
        _ => new(status, ProblemCodes.BadRequest, "请求无法识别。"),
    };
}
