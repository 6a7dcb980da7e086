namespace Lianxin.Documents.Fonts;

/// <summary>
/// Which file plays which role. The defaults are the free fonts of <c>build/fetch-fonts</c>; an office that has licensed
/// 方正小标宋 or 仿宋_GB2312 names its own files with a <c>with</c> expression on <see cref="In"/>.
/// </summary>
public sealed record FontFiles(
    string Body,
    string Kai,
    string Hei,
    string Song,
    string Title,
    string Latin,
    string LatinBold,
    string FallbackLight,
    string FallbackRegular)
{
    /// <summary>The default files inside a folder; nothing is opened yet.</summary>
    public static FontFiles In(string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        return new FontFiles(
            At("FandolFang-Regular.otf"),
            At("FandolKai-Regular.otf"),
            At("FandolHei-Regular.otf"),
            At("FandolSong-Regular.otf"),
            At("FandolSong-Bold.otf"),
            At("LiberationSerif-Regular.ttf"),
            At("LiberationSerif-Bold.ttf"),
            At("LXGWWenKai-Light.ttf"),
            At("LXGWWenKai-Regular.ttf"));
    }

    internal string PathOf(FontRole role) => role switch
    {
        FontRole.Body => Body,
        FontRole.Kai => Kai,
        FontRole.Hei => Hei,
        FontRole.Song => Song,
        FontRole.Title => Title,
        FontRole.Latin => Latin,
        FontRole.LatinBold => LatinBold,
        FontRole.FallbackLight => FallbackLight,
        FontRole.FallbackRegular => FallbackRegular,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
