using System.Text;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Tests.Input;

public sealed class MultipartInputTests
{
    [Fact]
    public async Task A_part_named_item_is_the_json_and_attachments_are_files()
    {
        var input = (await Posted.MultipartAsync(
            Posted.Files,
            Posted.Json("item", """{"title":"公告"}"""),
            Posted.File("attachments", "附件.txt", "内容"u8.ToArray()))).Input.ShouldNotBeNull();
        input.IsForm.ShouldBeFalse();
        input.Fields.Text("title").ShouldBe("公告");
        var file = input.Files.Single();
        (file.Field, file.Name, file.MediaType).ShouldBe(("attachments", "附件.txt", "text/plain"));
        file.Bytes.ShouldBe("内容"u8.ToArray());
    }

    [Fact]
    public async Task An_item_part_without_a_type_is_json_all_the_same() =>
        (await Posted.MultipartAsync(Posted.Files, Posted.Field("item", """ {"title":"x"}""")))
            .Input.ShouldNotBeNull().IsForm.ShouldBeFalse();

    [Fact]
    public async Task A_form_with_files_is_a_form()
    {
        var input = (await Posted.MultipartAsync(
            Posted.Files,
            Posted.Field("title", "公告"),
            Posted.Field("elements.name", "低保"),
            Posted.File("attachments", "a.txt", [1, 2]),
            Posted.File("attachments", "", []))).Input.ShouldNotBeNull();
        input.IsForm.ShouldBeTrue();
        input.Fields.Text("title").ShouldBe("公告");
        input.Fields.Map("elements").ShouldNotBeNull()["name"].ShouldBe("低保");
        input.Files.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("C:\\\\Users\\\\x\\\\表.csv", "表.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    public async Task A_file_name_loses_its_folder(string sent, string kept) =>
        (await Posted.MultipartAsync(Posted.Files, Posted.File("attachments", sent, [1]))).Input.ShouldNotBeNull().Files.Single().Name.ShouldBe(kept);

    [Fact]
    public async Task Files_over_the_limits_of_the_address_are_413()
    {
        Posted.Refused(await Posted.MultipartAsync(Posted.Files, Posted.File("attachments", "a", new byte[1001])), 413).ShouldBe(ProblemCodes.TooLarge);
        var four = Enumerable.Range(0, 4).Select(i => Posted.File("attachments", "f" + i, [1])).ToArray();
        Posted.Refused(await Posted.MultipartAsync(Posted.Files, four), 413).ShouldBe(ProblemCodes.TooLarge);
        Posted.Refused(await Posted.MultipartAsync(InputLimits.TextOnly, Posted.File("attachments", "a", [1])), 413).ShouldBe(ProblemCodes.TooLarge);
    }

    [Fact]
    public async Task A_field_that_is_no_utf8_is_refused()
    {
        using var part = Posted.File("title", "", [0xB9, 0xAB]);
        part.Headers.Remove("Content-Disposition");
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"title\"");
        Posted.Refused(await Posted.MultipartAsync(Posted.Files, part), 400).ShouldBe(ProblemCodes.InvalidEncoding);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "multipart/form-data; boundary=b")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n", "multipart/form-data; boundary=b")]
    [InlineData("x", "multipart/form-data; boundary=b")]
    [InlineData("x", "multipart/form-data")]
    public async Task Broken_multipart_is_refused(string body, string type) =>
        Posted.Refused(await Posted.BytesAsync(Encoding.UTF8.GetBytes(body), type), 400).ShouldBe(ProblemCodes.MalformedForm);

    [Fact]
    public async Task A_broken_item_part_is_malformed_json() =>
        Posted.Refused(await Posted.MultipartAsync(Posted.Files, Posted.Json("item", "{")), 400).ShouldBe(ProblemCodes.MalformedJson);
}
