using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Tests.Fonts;

public sealed class FontLibraryTests
{
    [Theory]
    [InlineData(FontRole.Body, "FandolFang-Regular")]
    [InlineData(FontRole.Kai, "FandolKai-Regular")]
    [InlineData(FontRole.Hei, "FandolHei-Regular")]
    [InlineData(FontRole.Title, "FandolSong-Bold")]
    [InlineData(FontRole.Latin, "LiberationSerif")]
    public void A_role_is_played_by_its_font(FontRole role, string name) =>
        FetchedFonts.Library.Face(role).Name.ShouldBe(name);

    [Theory]
    [InlineData("堃")]
    [InlineData("珺")]
    [InlineData("旻")]
    [InlineData("昇")]
    [InlineData("喆")]
    [InlineData("玥")]
    [InlineData("翀")]
    [InlineData("𠮷")]
    public void A_rare_character_is_taken_from_the_fallback_next_in_weight(string character)
    {
        var point = char.ConvertToUtf32(character, 0);
        FetchedFonts.Library.Face(FontRole.Body).Glyph(point).ShouldBe((ushort)0);

        FetchedFonts.Library.Choose(FontRole.Body, point).ShouldSatisfyAllConditions(
            light => light.Face.Name.ShouldBe("LXGWWenKai-Light"),
            light => light.Glyph.ShouldNotBe((ushort)0),
            light => light.IsMissing.ShouldBeFalse());
        FetchedFonts.Library.Choose(FontRole.Hei, point).Face.Name.ShouldBe("LXGWWenKai-Regular");
    }

    [Theory]
    [InlineData(0x10380)]
    [InlineData(0xE123)]
    public void What_no_font_has_and_what_no_font_may_define_becomes_a_geta_mark(int point)
    {
        var choice = FetchedFonts.Library.Choose(FontRole.Body, point);
        choice.IsMissing.ShouldBeTrue();
        choice.Glyph.ShouldBe(choice.Face.Glyph(FontLibrary.Geta));
    }

    [Fact]
    public void A_file_is_read_once_for_all_libraries() =>
        FontLibrary.Load(FetchedFonts.Folder).Face(FontRole.Body).ShouldBeSameAs(FetchedFonts.Library.Face(FontRole.Body));

    [Fact]
    public void A_missing_file_is_named_with_what_to_do()
    {
        var files = FontFiles.In(FetchedFonts.Folder) with { Title = "/nowhere/方正小标宋.ttf" };
        var fault = Should.Throw<FontException>(() => FontLibrary.Load(files));
        fault.Message.ShouldContain("/nowhere/方正小标宋.ttf");
        fault.Message.ShouldContain("build/fetch-fonts");
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "this is no font at all");
            var files = FontFiles.In(FetchedFonts.Folder) with { Kai = path };
            Should.Throw<FontException>(() => FontLibrary.Load(files)).Message.ShouldContain(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_office_may_play_a_role_with_a_font_of_its_own()
    {
        var files = FontFiles.In(FetchedFonts.Folder);
        var library = FontLibrary.Load(files with { Title = files.Hei });
        library.Face(FontRole.Title).Name.ShouldBe("FandolHei-Regular");
    }

    [Fact]
    public void A_native_library_without_the_subsetter_is_named_with_what_it_lacks()
    {
        NativeFace.FindFault(HarfBuzz.Library, HarfBuzz.Symbols).ShouldBeNull();
        NativeFace.FindFault(HarfBuzz.Library, ["hb_face_create", "hb_subset_of_tomorrow"])!.ShouldContain("lacks hb_subset_of_tomorrow");
        NativeFace.FindFault("libNotThere", HarfBuzz.Symbols)!.ShouldContain("libNotThere");
    }
}
