using Lianxin.Functions.Input;

namespace Lianxin.Functions.Tests.Input;

public sealed class FormInputTests
{
    [Fact]
    public async Task A_form_is_read_by_the_same_names_as_json()
    {
        var input = (await Posted.FormAsync(
            "title=%E5%85%AC+%E5%91%8A&elements.name=%E4%BD%8E%E4%BF%9D&elements.amount=12.50&answers.complete=on&answers.true=false&musts=interest&musts=licensing&body=a%0D%0Ab"))
            .Input.ShouldNotBeNull();
        input.IsForm.ShouldBeTrue();
        input.Fields.Text("title").ShouldBe("公 告");
        input.Fields.Text("body").ShouldBe("a\nb");
        input.Fields.Map("elements").ShouldBe(new Dictionary<string, string> { ["name"] = "低保", ["amount"] = "12.50" });
        input.Fields.Flag("answers.complete").ShouldBe(true);
        input.Fields.Flag("answers.true").ShouldBe(false);
        input.Fields.Flag("answers.lawful").ShouldBeNull();
        input.Fields.Texts("musts").ShouldBe(["interest", "licensing"]);
        input.Fields.Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task One_box_ticked_is_a_list_of_one() =>
        (await Posted.FormAsync("musts=interest")).Input.ShouldNotBeNull().Fields.Texts("musts").ShouldBe(["interest"]);

    [Fact]
    public async Task Hidden_fields_speak_about_the_request_and_are_no_fields()
    {
        var input = (await Posted.FormAsync("_method=put&ifMatch=%227%22&idempotencyKey=k1&title=x")).Input.ShouldNotBeNull();
        input.MethodOverride.ShouldBe("PUT");
        input.IfMatch.ShouldNotBeNull().Matches(7).ShouldBeTrue();
        input.IdempotencyKey.ShouldBe("k1");
        input.Fields.Has("_method").ShouldBeFalse();
        input.Fields.Has("ifMatch").ShouldBeFalse();
    }

    [Theory]
    [InlineData("title=%B9%AB%B8%E6", ProblemCodes.InvalidEncoding)]
    [InlineData("title=\u00b9\u00ab", ProblemCodes.InvalidEncoding)]
    [InlineData("title=%G1", ProblemCodes.MalformedForm)]
    [InlineData("title=%1", ProblemCodes.MalformedForm)]
    [InlineData("a=1&a.b=2", ProblemCodes.MalformedForm)]
    [InlineData("a..b=2", ProblemCodes.MalformedForm)]
    [InlineData("a.b.c.d.e.f.g.h.i=2", ProblemCodes.MalformedForm)]
    public async Task A_form_that_cannot_be_read_is_refused(string body, string code) =>
        Posted.Refused(await Posted.FormAsync(body), 400).ShouldBe(code);

    [Fact]
    public async Task A_form_with_a_thousand_fields_too_many_is_413() =>
        Posted.Refused(await Posted.FormAsync(string.Join('&', Enumerable.Repeat("a=1", InputLimits.FormFields + 1))), 413)
            .ShouldBe(ProblemCodes.TooLarge);

    [Fact]
    public async Task A_body_of_200000_characters_fits_into_a_form()
    {
        var body = "body=" + string.Concat(Enumerable.Repeat("%E5%85%AC", 200_000));
        (await Posted.FormAsync(body)).Input.ShouldNotBeNull().Fields.Text("body").ShouldNotBeNull().Length.ShouldBe(200_000);
    }
}
