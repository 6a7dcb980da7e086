using FsCheck;
using FsCheck.Xunit;
using Lianxin.Core.Feedback;

namespace Lianxin.Core.Tests.Feedback;

public class ReceiptCodeTests
{
    [Property]
    public void A_code_is_read_however_people_write_it(Guid chance)
    {
        var code = ReceiptCode.Make(2026, chance.ToByteArray());
        var text = code.ToString();
        ReceiptCode.TryRead(text).ShouldBe(code);
        ReceiptCode.TryRead(" " + text.ToLowerInvariant().Replace('-', ' ')).ShouldBe(code);
        ReceiptCode.TryRead(text.Replace('0', 'o').Replace('1', 'l').Replace('2', 'z')).ShouldBe(code);
        ReceiptCode.TryRead(string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? (char)(c + 0xFEE0) : c))).ShouldBe(code);
        code.Year.ShouldBe(2026);
    }

    [Property]
    public void One_wrong_character_or_two_changed_places_are_noticed(Guid chance, byte at, byte with)
    {
        var code = ReceiptCode.Make(2014, chance.ToByteArray()).Characters;
        var wrong = code.ToCharArray();
        var place = at % wrong.Length;
        var character = "0123456789ABCDEFGHJKMNPQRSTVWXY"[with % 31];
        if (wrong[place] != character)
        {
            wrong[place] = character;
            ReceiptCode.TryRead(new string(wrong)).ShouldBeNull();
        }

        var changed = code.ToCharArray();
        var next = (place + 1) % (changed.Length - 1);
        (changed[next], changed[next + 1]) = (changed[next + 1], changed[next]);
        if (changed[next] != changed[next + 1])
        {
            ReceiptCode.TryRead(new string(changed)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("AAAA-AAAA-AAAA-AAAA")]
    [InlineData("../../../../etc/passwd")]
    public void What_is_no_code_is_none(string? text) => ReceiptCode.TryRead(text).ShouldBeNull();
}
