using System.Text.Json;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Tests.Input;

public sealed class FieldsTests
{
    [Fact]
    public void Absent_empty_and_null_are_the_same()
    {
        var fields = Of("""{"a":null,"b":"","c":"  "}""");
        foreach (var name in new[] { "a", "b", "c", "d", "a.x" })
        {
            fields.Has(name).ShouldBeFalse(name);
            fields.Text(name).ShouldBeNull();
            fields.Flag(name).ShouldBeNull();
            fields.Whole(name).ShouldBeNull();
            fields.Date(name).ShouldBeNull();
            fields.Texts(name).ShouldBeEmpty();
            fields.Map(name).ShouldBeNull();
        }

        fields.Refusal.ShouldBeNull();
    }

    [Fact]
    public void Every_wrong_field_is_named_at_once()
    {
        var fields = Of("""{"title":5,"formedOn":"2026-02-30","answers":{"true":"maybe"},"count":"x","elements":[1],"musts":[1],"note":"a\u0007"}""");
        fields.Text("title");
        fields.Date("formedOn");
        fields.Flag("answers.true");
        fields.Whole("count");
        fields.Map("elements");
        fields.Texts("musts");
        fields.Text("note");
        var refusal = fields.Refusal.ShouldNotBeNull();
        refusal.Errors.Keys.Order().ShouldBe(["answers.true", "count", "elements", "formedOn", "musts", "note", "title"]);
        refusal.Errors["formedOn"].Single().ShouldContain("YYYY-MM-DD");
    }

    [Fact]
    public void Numbers_of_a_map_keep_their_spelling_and_nested_objects_are_refused()
    {
        var fields = Of("""{"elements":{"amount":12.50,"name":"低保","empty":"","deep":{"x":1}}}""");
        fields.Map("elements").ShouldBe(new Dictionary<string, string> { ["amount"] = "12.50", ["name"] = "低保" });
        fields.Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(["elements.deep"]);
    }

    [Fact]
    public void Dates_and_whole_numbers_are_read()
    {
        var fields = Of("""{"on":"2024-02-29","count":3,"text":"-4"}""");
        fields.Date("on").ShouldBe(new DateOnly(2024, 2, 29));
        fields.Whole("count").ShouldBe(3);
        fields.Whole("text").ShouldBe(-4);
    }

    [Fact]
    public void A_password_keeps_its_white_space() => Of("""{"password":" p "}""").Secret("password").ShouldBe(" p ");

    private static Fields Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Fields(document.RootElement.Clone());
    }
}
