using Lianxin.Core.Access;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Tests.Input;

public sealed class RequestHeadersTests
{
    [Theory]
    [InlineData("\"7\"", 7, true)]
    [InlineData("\"6\"", 7, false)]
    [InlineData("\"1\", \"7\"", 7, true)]
    [InlineData("*", 7, true)]
    [InlineData("W/\"7\"", 7, false)]
    [InlineData("W/\"7\", \"7\"", 7, true)]
    [InlineData("\"other\"", 7, false)]
    [InlineData("7", 7, true)]
    public async Task If_match_is_compared_strongly(string header, long revision, bool matches)
    {
        var input = (await Posted.JsonAsync("{}", ("If-Match", header))).Input.ShouldNotBeNull();
        input.IfMatch.ShouldNotBeNull().Matches(revision).ShouldBe(matches);
    }

    [Fact]
    public async Task Without_the_header_there_is_none_and_nonsense_is_400()
    {
        (await Posted.JsonAsync("{}")).Input.ShouldNotBeNull().IfMatch.ShouldBeNull();
        Posted.Refused(await Posted.JsonAsync("{}", ("If-Match", "nonsense")), 400).ShouldBe(ProblemCodes.InvalidIfMatch);
    }

    [Fact]
    public async Task The_header_wins_over_the_hidden_field() =>
        (await Posted.FormAsync("ifMatch=%221%22", ("If-Match", "\"2\""))).Input.ShouldNotBeNull().IfMatch.ShouldNotBeNull().Matches(1).ShouldBeFalse();

    [Fact]
    public async Task An_idempotency_key_has_200_bytes_at_most()
    {
        var longest = new string('键', 66) + "ab";
        (await Posted.JsonAsync("{}", ("Idempotency-Key", longest))).Input.ShouldNotBeNull().IdempotencyKey.ShouldBe(longest);
        Posted.Refused(await Posted.JsonAsync("{}", ("Idempotency-Key", longest + "c")), 400).ShouldBe(ProblemCodes.InvalidIdempotencyKey);
        Posted.Refused(await Posted.JsonAsync("{}", ("Idempotency-Key", "a"), ("Idempotency-Key", "b")), 400)
            .ShouldBe(ProblemCodes.InvalidIdempotencyKey);
        (await Posted.JsonAsync("{}", ("Idempotency-Key", ""))).Input.ShouldNotBeNull().IdempotencyKey.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_form_has_the_same_hash_however_multipart_draws_its_lines()
    {
        var first = await Posted.MultipartAsync(Posted.Files, Posted.Field("a", "1"), Posted.File("attachments", "f", [1]));
        var second = await Posted.MultipartAsync(Posted.Files, Posted.Field("a", "1"), Posted.File("attachments", "f", [1]));
        var other = await Posted.MultipartAsync(Posted.Files, Posted.Field("a", "1"), Posted.File("attachments", "f", [2]));
        second.Input!.BodyHash.ShouldBe(first.Input!.BodyHash);
        other.Input!.BodyHash.ShouldNotBe(first.Input.BodyHash);
    }

    [Fact]
    public void A_key_is_the_callers_own_at_one_address_and_is_not_readable_in_its_hash()
    {
        var clerk = new Actor("clerk", "某", Role.Clerk, "ligang", "o");
        var hash = Idempotency.KeyHash(clerk, "/api/items", "k");
        hash.ShouldBe(Idempotency.KeyHash(clerk, "/api/items", "k"));
        hash.ShouldMatch("^[0-9a-f]{64}$");
        hash.ShouldNotBe(Idempotency.KeyHash(clerk, "/api/imports", "k"));
        hash.ShouldNotBe(Idempotency.KeyHash(clerk with { Account = "other" }, "/api/items", "k"));
        hash.ShouldNotBe(Idempotency.KeyHash(clerk with { Agency = "other" }, "/api/items", "k"));
    }
}
