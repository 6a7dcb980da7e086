using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Core.Access;
using Lianxin.Functions.Tests.Access;

namespace Lianxin.Functions.Tests.Fuzzing;

/// <summary>
/// Walks over the whole API from its description: real steps mixed with broken ones. Whatever comes, the answer is no server error, every
/// refusal has its code and its Chinese words, and nobody reads what is not theirs. A failing walk names its seed; set
/// <c>LIANXIN_FUZZ_SEED</c> to walk it again, <c>LIANXIN_TEST_LONG=1</c> for ten thousand requests.
/// </summary>
public sealed partial class FuzzTests
{
    private const int Steps = 1_000;

    private static readonly string[] Leaks = ["   at ", ".cs:line", "Exception", "StackTrace", "System.", "AccountKey", "Lianxin.Functions", "core.windows.net"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("LIANXIN_FUZZ_SEED") is { Length: > 0 } one ? [int.Parse(one, CultureInfo.InvariantCulture)]
        : Environment.GetEnvironmentVariable("LIANXIN_TEST_LONG") is { Length: > 0 } ? [.. Enumerable.Range(1, 10)]
        : [20261124];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_sent_nothing_breaks_and_nothing_leaks(int seed)
    {
        var towns = new TwoTowns();
        await using var _ = towns;
        await towns.InitializeAsync();
        var random = new Random(seed);
        var found = new Found();
        var accepted = 0;
        for (var step = 0; step < Steps; step++)
        {
            var call = FuzzedCall.Next(random, towns, found);
            using var answer = await call.SendAsync(towns.Somebody(call.Role, call.Elsewhere), Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            var where = $"seed {seed}, step {step}: {call} → {(int)answer.StatusCode} {text[..Math.Min(text.Length, 500)]}";
            ((int)answer.StatusCode).ShouldBeLessThan(500, where);
            if ((int)answer.StatusCode >= 400)
                CheckRefusal(answer, text, where);
            else if (call.Route.Template != "/api/openapi.json")
                found.Learn(call.Route, text);
            CheckLeaks(call, text, where);
            accepted += (int)answer.StatusCode < 400 ? 1 : 0;
        }

        // A walk that is always turned away at the door has seen nothing.
        accepted.ShouldBeInRange(Steps / 6, Steps * 5 / 6, $"seed {seed}");
    }

    /// <summary>A problem with its words, or for a browser a page.</summary>
    private static void CheckRefusal(HttpResponseMessage answer, string text, string where)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (type is "text/html")
        {
            Chinese().IsMatch(text).ShouldBeTrue(where);
            return;
        }

        type.ShouldBe("application/problem+json", where);
        var problem = JsonDocument.Parse(text).RootElement;
        Kebab().IsMatch(problem.GetProperty("code").GetString()!).ShouldBeTrue(where);
        Chinese().IsMatch(problem.GetProperty("detail").GetString()!).ShouldBeTrue(where);
        problem.GetProperty("status").GetInt32().ShouldBe((int)answer.StatusCode, where);
    }

    private static void CheckLeaks(FuzzedCall call, string text, string where)
    {
        if (call.Route.Template is not "/api/openapi.json")
            Leaks.Where(l => text.Contains(l, StringComparison.Ordinal)).ShouldBeEmpty(where);
        // Whoever holds the receipt code reads what they wrote themselves.
        if ((call.Elsewhere || call.Role is Role.Public) && !call.Route.Places.Contains("receiptCode"))
            text.ShouldNotContain(TwoTowns.Secret, customMessage: where);
        if (call.Elsewhere || call.Role is Role.Public or Role.Member or Role.Admin)
            text.ShouldNotContain(TwoTowns.PartySecret, customMessage: where);
        if (call.Elsewhere || call.Role is Role.Public or Role.Member)
            text.ShouldNotContain(TwoTowns.Contact, customMessage: where);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
