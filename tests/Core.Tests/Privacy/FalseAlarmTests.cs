using System.Globalization;
using System.Text;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

public class FalseAlarmTests
{
    [Theory]
    [InlineData("办公电话 0951-8000101、0951-8000212 转 3")]
    [InlineData("服务热线 12345，投诉 12388")]
    [InlineData("统一社会信用代码 11441700007280420Y")]
    [InlineData("统一社会信用代码 113708280043326001、11370883004326403Q")]
    [InlineData("索引号 11640122MB0000000X/2014-00012")]
    [InlineData("索引号 000014349/2017-00110")]
    [InlineData("金额 1,234,567.89 元，合计 12,345,678,901.00 元")]
    [InlineData("日期 20141119，20141119083000，2014-11-19 08:30:00")]
    [InlineData("立政发〔2014〕12号、宁政办发〔2018〕137号")]
    [InlineData("ISBN 978-7-5086-1234-5，9787508612348")]
    [InlineData("批次 201411190000012 与 201411201501010001")]
    [InlineData("邮编 750200，北纬 38.567890123456，东经 106.123456789012")]
    [InlineData("sha256 3f786850e387550fdab836ed7e6dc881de23001b13800138000a5e7f81d6b2cd")]
    [InlineData("2014年 2 2 467 78 549 547 105 2 19 0 90 57 282")]
    public void What_official_texts_are_full_of_raises_no_alarm(string text) => TextDetectors.Scan("body", text).ShouldBeEmpty();

    [Theory]
    [InlineData(' ')]
    [InlineData('\t')]
    [InlineData(',')]
    public void Long_tables_of_figures_raise_no_alarm(char separator)
    {
        var table = new StringBuilder("村名 户数 人数 面积 金额\n");
        for (var row = 1; row <= 2_000; row++)
        {
            var line = string.Join(separator, Enumerable.Range(1, 9).Select(c => (row * 7919L * c % (c % 2 == 0 ? 9_000 : 90_000)).ToString(CultureInfo.InvariantCulture)));
            table.Append(line).Append('\n');
        }

        TextDetectors.Scan("body", table.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void The_founding_documents_own_figures_raise_no_alarm() =>
        TextDetectors.Scan("body", "累计公开政府信息547条。其中概况类2条,政策法规类2条,工作动态类467条,财政类78条。发布时间:2015-01-05").ShouldBeEmpty();
}
