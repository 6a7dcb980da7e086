using System.Globalization;
using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>
/// 署名 and 成文日期 without a seal (GB/T 9704-2012, 7.3.5.2): one blank line, the issuer with two characters free at the right, the date
/// begins two characters after the issuer; a date longer than the issuer takes the two free characters and moves the issuer left.
/// </summary>
internal static class SignatureSetter
{
    /// <summary>Lines of the body that go along when the signature moves to a new page, so that it never stands there alone.</summary>
    private const int LinesKept = 2;

    public static void Add(BlockSetter set, SignatureBlock signature)
    {
        set.KeepLast(LinesKept);
        var two = 2 * PageGeometry.BodyPitch;
        var date = set.Text.Line(DateText(signature.On), TextStyle.Body);
        var issuers = set.Text.Lines(signature.Issuer, TextStyle.Body, PageGeometry.Width - (2 * two));
        var issuerWidth = issuers.Max(line => line.Width);
        var (issuerX, dateX) = Places(issuerWidth, date.Width, two);
        set.Add(new BlankItem(1, evenAtTop: false) { KeepWithNext = true });
        var issuerNode = set.Root.Add("P");
        foreach (var line in issuers) set.Add(new LineItem(line, issuerX, issuerNode) { KeepWithNext = true });
        set.Add(new LineItem(date, dateX, set.Root.Add("P")));
    }

    /// <summary>Full year, no zeros before month and day: <c>2014年11月19日</c>.</summary>
    public static string DateText(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static (double Issuer, double Date) Places(double issuer, double date, double two)
    {
        if (date <= issuer) return (PageGeometry.Width - two - issuer, PageGeometry.Width - issuer);
        var dateX = PageGeometry.Width - two - date;
        return (dateX - two, dateX);
    }
}
