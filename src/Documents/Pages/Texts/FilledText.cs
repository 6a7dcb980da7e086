using System.Globalization;

namespace Lianxin.Documents.Pages.Texts;

/// <summary>Puts values into a text of <see cref="PortalTexts"/>.</summary>
public static class FilledText
{
    /// <summary><c>第 {0} 版</c> with 2 is 第 2 版. Values are put in as they are; the page's encoder sees them afterwards.</summary>
    public static string With(this string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
