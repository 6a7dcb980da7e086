using System.Globalization;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    private const double Kilobyte = 1024;

    /// <summary>In Chinese, for the desk.</summary>
    public static string Of(long bytes) => Of(bytes, PortalTexts.InChinese);

    public static string Of(long bytes, PortalTexts texts) => bytes switch
    {
        < 1024 => texts.Units.Bytes.With(bytes),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte / Kilobyte:0.0} MB"),
    };
}
