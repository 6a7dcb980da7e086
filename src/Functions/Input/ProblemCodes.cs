namespace Lianxin.Functions.Input;

/// <summary>Stable codes of problems that the edge itself answers; codes of business refusals come from Core.</summary>
public static class ProblemCodes
{
    public const string InvalidInput = "invalid-input";
    public const string InvalidEncoding = "invalid-encoding";
    public const string MalformedJson = "malformed-json";
    public const string MalformedForm = "malformed-form";
    public const string InvalidIdempotencyKey = "invalid-idempotency-key";
    public const string InvalidIfMatch = "invalid-if-match";
    public const string BadRequest = "bad-request";
    public const string UnknownEnvelope = "unknown-envelope";
    public const string NotSignedIn = "not-signed-in";
    public const string SignInFailed = "sign-in-failed";
    public const string CodeNeeded = "second-factor-needed";
    public const string PasswordChangeNeeded = "password-change-needed";
    public const string Forbidden = "forbidden";
    public const string CrossOrigin = "cross-origin";
    public const string NotFound = "not-found";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string Conflict = "conflict";
    public const string Gone = "gone";
    public const string Stale = "stale";
    public const string TooLarge = "too-large";
    public const string UnsupportedMediaType = "unsupported-media-type";
    public const string IdempotencyMismatch = "idempotency-mismatch";
    public const string PreconditionRequired = "precondition-required";
    public const string AccountLocked = "account-locked";
    public const string TooManyRequests = "too-many-requests";
    public const string Internal = "internal-error";
    public const string FunctionFailed = "function-failed";
    public const string DeadlinePassed = "deadline-passed";
    public const string TokenInvalid = "token-invalid";
    public const string IssuerUnavailable = "issuer-unavailable";
    public const string StorageUnavailable = "storage-unavailable";
}
