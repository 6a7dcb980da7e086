using System.Text;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Tests.Input;

public sealed class JsonInputTests
{
    [Fact]
    public async Task A_json_post_is_read_by_name()
    {
        var input = (await Posted.JsonAsync("""{"title":" 公告 ","answers":{"complete":true},"musts":["interest"]}""")).Input.ShouldNotBeNull();
        input.IsForm.ShouldBeFalse();
        input.Fields.Text("title").ShouldBe("公告");
        input.Fields.Flag("answers.complete").ShouldBe(true);
        input.Fields.Texts("musts").ShouldBe(["interest"]);
        input.Fields.Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("{\n  \"title\": \"x\",\n  \"body\": }", "第 3 行")]
    [InlineData("{\"amount\": NaN}", "第 1 行")]
    [InlineData("{\"a\":1} trailing", "第 1 行")]
    [InlineData("{/* c */}", "第 1 行")]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}", "重复")]
    [InlineData("[]", "JSON 对象")]
    [InlineData("null", "JSON 对象")]
    [InlineData("{\"title\":\"\\ud800\"}", "字符")]
    [InlineData("{\"\\udc00\":1}", "字符")]
    public async Task What_is_no_strict_json_is_refused_with_its_place(string json, string told)
    {
        var reading = await Posted.JsonAsync(json);
        Posted.Refused(reading, 400).ShouldBe(ProblemCodes.MalformedJson);
        reading.Problem!.Detail.ShouldContain(told);
    }

    [Fact]
    public async Task Json_that_nests_too_deeply_is_refused() =>
        Posted.Refused(await Posted.JsonAsync("{\"a\":" + new string('[', 40) + new string(']', 40) + "}"), 400).ShouldBe(ProblemCodes.MalformedJson);

    [Fact]
    public async Task Bytes_of_another_encoding_are_refused()
    {
        byte[] gbk = [.. "{\"title\":\""u8, 0xB9, 0xAB, 0xB8, 0xE6, .. "\"}"u8];
        Posted.Refused(await Posted.BytesAsync(gbk, "application/json"), 400).ShouldBe(ProblemCodes.InvalidEncoding);
        Posted.Refused(await Posted.BytesAsync(Encoding.Unicode.GetBytes("{}"), "application/json; charset=utf-16"), 400)
            .ShouldBe(ProblemCodes.InvalidEncoding);
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")];
        Posted.Refused(await Posted.BytesAsync(utf16, "application/json"), 400).ShouldBe(ProblemCodes.InvalidEncoding);
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/merge-patch+json")]
    public async Task Utf8_by_any_name_is_taken_with_or_without_a_mark(string type)
    {
        byte[] marked = [.. Encoding.UTF8.GetPreamble(), .. "{\"title\":\"x\"}"u8];
        (await Posted.BytesAsync(marked, type)).Input.ShouldNotBeNull().Fields.Text("title").ShouldBe("x");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task A_body_of_another_type_is_415(string? type) =>
        Posted.Refused(await Posted.BytesAsync("x"u8.ToArray(), type), 415).ShouldBe(ProblemCodes.UnsupportedMediaType);

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    public async Task Nothing_at_all_is_no_field_at_all(string? type)
    {
        var input = (await Posted.BytesAsync([], type)).Input.ShouldNotBeNull();
        input.IsForm.ShouldBeFalse();
        input.Fields.Has("title").ShouldBeFalse();
    }

    [Fact]
    public async Task More_text_than_a_document_may_have_is_413() =>
        Posted.Refused(await Posted.JsonAsync("{\"a\":\"" + new string('x', InputLimits.TextBytes) + "\"}"), 413).ShouldBe(ProblemCodes.TooLarge);

    [Fact]
    public async Task A_bare_file_is_taken_only_where_its_type_is_named()
    {
        var limits = new InputLimits(1, 10, "text/csv");
        var file = (await Posted.BytesAsync("a,b"u8.ToArray(), "text/csv; charset=utf-8", limits)).Input.ShouldNotBeNull().Files.Single();
        file.MediaType.ShouldBe("text/csv");
        file.Bytes.ShouldBe("a,b"u8.ToArray());
        Posted.Refused(await Posted.BytesAsync(new byte[11], "text/csv", limits), 413).ShouldBe(ProblemCodes.TooLarge);
        Posted.Refused(await Posted.BytesAsync(new byte[1], "text/csv"), 415).ShouldBe(ProblemCodes.UnsupportedMediaType);
    }
}
