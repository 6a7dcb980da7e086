using System.Text;
using Lianxin.Core.Access;

namespace Lianxin.Core.Tests.Accounts;

public class TimeBasedCodesTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The vectors of RFC 6238, appendix B, shortened to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long second, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(second);

        TimeBasedCodes.CodeAt(Secret, at).ShouldBe(code);
        TimeBasedCodes.StepOf(Secret, code, at, 0).ShouldBe(second / 30);
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_telephone_may_be_half_a_minute_off(int seconds, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        (TimeBasedCodes.StepOf(Secret, TimeBasedCodes.CodeAt(Secret, now.AddSeconds(seconds)), now, 0) is not null).ShouldBe(accepted);
    }

    [Fact]
    public void A_code_is_good_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = TimeBasedCodes.CodeAt(Secret, now);
        var step = TimeBasedCodes.StepOf(Secret, code, now, 0)!.Value;

        TimeBasedCodes.StepOf(Secret, code, now, step).ShouldBeNull();
        TimeBasedCodes.StepOf(Secret, TimeBasedCodes.CodeAt(Secret, now.AddSeconds(30)), now.AddSeconds(30), step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("28708a")]
    [InlineData("２８７０８２")]
    public void What_is_no_code_is_refused(string code) =>
        TimeBasedCodes.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(59), 0).ShouldBeNull();

    [Theory]
    [InlineData("12345678901234567890", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")]
    [InlineData("a", "ME")]
    [InlineData("", "")]
    public void The_secret_is_spelled_in_base_32(string secret, string spelled) => TimeBasedCodes.Spelled(Encoding.ASCII.GetBytes(secret)).ShouldBe(spelled);

    [Fact]
    public void An_app_reads_issuer_account_and_secret_from_the_code() =>
        TimeBasedCodes.Address("示例镇人民政府", "clerk-1", Secret).ShouldBe(
            "otpauth://totp/%E7%A4%BA%E4%BE%8B%E9%95%87%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C:clerk-1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%A4%BA%E4%BE%8B%E9%95%87%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C");
}
