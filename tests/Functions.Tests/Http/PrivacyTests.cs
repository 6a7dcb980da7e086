using System.Net;
using System.Text;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The offer of a mask, before anything is submitted.</summary>
public sealed class PrivacyTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    [Fact]
    public async Task A_text_comes_back_masked_in_the_official_style_with_what_would_stop_it()
    {
        var answer = await JsonAsync(await PostAsync(town.Clerk, "/api/privacy/preview", new { text = "联系人电话13812345678，证件号999999199003070012" }));

        answer.GetProperty("masked").GetString().ShouldBe("联系人电话138****5678，证件号**************0012");
        answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("severity").GetString()).ShouldAllBe(s => s == "hard");
        answer.GetProperty("findings").ToString().ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task A_list_comes_back_masked_by_the_heads_of_its_columns()
    {
        using var answer = await SendAsync(
            town.Clerk, HttpMethod.Post, "/api/privacy/preview", Multipart(News("无"), [("名单.csv", Encoding.UTF8.GetBytes("姓名,账号,金额\n张*,123456789012,420\n"))]));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await JsonAsync(answer)).GetProperty("masked").GetString().ShouldBe("姓名,账号,金额\r\n张*,********9012,420\r\n");
    }

    [Fact]
    public async Task Neither_a_text_nor_a_file_is_bad_input()
    {
        using var answer = await PostAsync(town.Clerk, "/api/privacy/preview", new { });
        await CodeAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_nightly_scans_findings_are_for_staff()
    {
        (await GetAsync(town.Public, "/api/privacy/findings")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await JsonAsync(await GetAsync(town.Reviewer, "/api/privacy/findings"))).GetProperty("items").GetArrayLength().ShouldBe(0);
    }
}
