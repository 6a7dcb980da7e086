using Lianxin.Documents.Handover;

namespace Lianxin.Documents.Tests.Handover;

/// <summary>Only what a reader sees of the county's page counts, and no page of theirs can harm us.</summary>
public class VisibleTextTests
{
    [Fact]
    public void Scripts_styles_comments_and_what_is_hidden_are_not_seen()
    {
        const string Page = """
            <html><head><title>标题栏</title><style>样式{}</style></head><body><!-- 注释 --><h1>看得见</h1><script>var 脚本</script><p hidden>藏起来</p>
            <div style="color:red; display : none"><b>也藏</b></div><template>模板</template><noscript>无脚本</noscript><input value="输入"><textarea>文本框</textarea><p>也<b>看得</b>见</p></body></html>
            """;
        string.Concat(VisibleText.Of(Page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldBe("看得见也看得见");
    }

    [Theory]
    [InlineData("<div>", 20_000)]
    [InlineData("<b>", 5_000)]
    [InlineData("<table><tr><td>", 3_000)]
    [InlineData("&amp;", 100_000)]
    [InlineData("<!--", 50_000)]
    [InlineData("<p a=\"", 20_000)]
    [InlineData("\0", 50_000)]
    public void Broken_and_deeply_nested_pages_are_read_to_their_end(string piece, int times) =>
        Should.NotThrow(() => VisibleText.Of("<p>甲</p>" + string.Concat(Enumerable.Repeat(piece, times)))).ShouldContain("甲");

    [Theory]
    [InlineData("")]
    [InlineData("只有文字")]
    [InlineData("<frameset><frame></frameset>")]
    public void What_is_hardly_a_page_is_read_as_far_as_it_goes(string html) => VisibleText.Of(html).Trim().ShouldBe(html.StartsWith('<') ? "" : html);
}
