using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>Whatever stands around a number and however it is written: it is found, and its digits never come back.</summary>
public class ExcerptPropertyTests
{
    private static readonly string[] Surroundings = ["", "张三", "，", "电话：", "1990年3月7日 ", "\n", "12 ", "账号", "（", "é𠮷", "\u200B", "0951-8000101 "];

    [Property(MaxTest = 300)]
    public Property A_resident_number_is_found_and_never_shown() => Prop.ForAll(Texts(Ids()), sample =>
    {
        var findings = TextDetectors.Scan("body", sample.Text);
        return findings.Count > 0 && findings.All(f => !Shows(f.Excerpt, sample.Raw, 5));
    });

    [Property(MaxTest = 300)]
    public Property A_mobile_number_is_found_and_never_shown() => Prop.ForAll(Texts(Mobiles()), sample =>
    {
        var findings = TextDetectors.Scan("body", sample.Text);
        return findings.Count > 0 && findings.All(f => !Shows(f.Excerpt, sample.Raw, 5));
    });

    [Property(MaxTest = 300)]
    public Property A_card_is_found_and_never_shown() => Prop.ForAll(Texts(Cards()), sample =>
    {
        var findings = TextDetectors.Scan("body", sample.Text);
        return findings.Count > 0 && findings.All(f => !Shows(f.Excerpt, sample.Raw, 5));
    });

    [Property(MaxTest = 500)]
    public bool Any_text_is_read_without_an_exception_and_findings_lie_inside_it(NonNull<string> text, PositiveInt times)
    {
        var mixed = string.Concat(Enumerable.Repeat(text.Get, Math.Min(times.Get, 5))) + "999999199003070012";

        var findings = TextDetectors.Scan("body", mixed);

        return findings.All(f => f.Start >= 0 && f.Length > 0 && f.Start + f.Length <= mixed.Length && f.Excerpt.Length > 0);
    }

    [Fact]
    public void Digits_around_a_hit_are_hidden_too()
    {
        var finding = TextDetectors.Scan("body", "1990-3-7生，999999199003070012，13").ShouldHaveSingleItem();

        finding.Excerpt.ShouldBe("-*-*生,**************0012,**");
    }

    [Fact]
    public void Title_body_and_elements_are_named_as_places()
    {
        var elements = new Dictionary<string, string> { ["b"] = "13800000000", ["a"] = "6200000000000005" };

        TextDetectors.Scan("999999199003070012", "无", elements).Select(f => f.Place).ShouldBe(["title", "elements.a", "elements.b"]);
    }

    private static bool Shows(string excerpt, string raw, int length) =>
        Enumerable.Range(0, raw.Length - length + 1).Any(i => excerpt.Contains(raw.Substring(i, length), StringComparison.Ordinal));

    private static Gen<string> Ids() =>
        from offset in Gen.Choose(0, 36_000)
        from sequence in Gen.Choose(0, 999)
        let day = new DateOnly(1925, 1, 1).AddDays(offset).ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        let digits = $"999999{day}{sequence:000}"
        select digits + CheckOf(digits);

    /// <summary>By the table of weights, another way than the product's own.</summary>
    private static char CheckOf(string digits)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return "10X98765432"[digits.Select((d, i) => (d - '0') * weights[i]).Sum() % 11];
    }

    private static Gen<string> Mobiles() =>
        from second in Gen.Choose(3, 9)
        from rest in Gen.Choose(100_000_000, 999_999_999)
        select $"1{second}{rest}";

    private static Gen<string> Cards() =>
        from middle in Gen.Choose(100_000_000, 999_999_999)
        from more in Gen.Choose(1000, 9999)
        let digits = $"62{middle}{more}"
        select digits + Enumerable.Range(0, 10).First(c => Luhn($"{digits}{c}"));

    private static bool Luhn(string digits) =>
        digits.Reverse().Select((d, i) => i % 2 == 0 ? d - '0' : ((d - '0') * 2 / 10) + ((d - '0') * 2 % 10)).Sum() % 10 == 0;

    private static Arbitrary<Sample> Texts(Gen<string> numbers) => Arb.From(
        from raw in numbers
        from before in Gen.Elements(Surroundings)
        from after in Gen.Elements(Surroundings)
        from wide in Gen.Elements(true, false)
        let number = wide ? string.Concat(raw.Select(c => (char)(c + 0xFEE0))) : raw
        select new Sample($"某处{before} {number} {after}某处", raw));

    private sealed record Sample(string Text, string Raw);
}
