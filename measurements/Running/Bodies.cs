using System.Text;

namespace Lianxin.Bench.Running;

/// <summary>Bodies of calls, complete and believable.</summary>
internal static class Bodies
{
    /// <summary>政府采购: approved by the leading group, published at once.</summary>
    public static byte[] Procurement { get; } = Encoding.UTF8.GetBytes(
        """
        {"entry":"10-04","title":"排水沟维修工程采购结果公示","body":"本次采购按规定程序进行，三家单位报价，结果公布如下。项目位于镇区东侧，工期三十天，质保一年。",
        "formedOn":"2026-11-20","elements":{"project":"排水沟维修","method":"询价","winner":"示例工程队","contract_sum":"98000","schedule":"2026年12月",
        "charge":"无","fee_basis":"无","fee_standard":"0","amount_year":"0"},"musts":["supervision"]}
        """);

    public static byte[] Accept { get; } = Encoding.UTF8.GetBytes(
        """{"decision":"accept","comment":"","secrecyCheck":"passed","answers":{"complete":true,"true":true,"specific":true,"lawful":true}}""");

    public static byte[] Agree { get; } = """{"opinion":"agree","comment":""}"""u8.ToArray();

    public static byte[] Approve { get; } = Encoding.UTF8.GetBytes("""{"decision":"approve","comment":"同意公开"}""");
}
