using System.Globalization;

namespace Lianxin.Documents.Pages;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    private const double Kilobyte = 1024;

    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte / Kilobyte:0.0} MB"),
    };
}
