using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>Makes the notice-board sheets of a quarter; making them again writes the same files.</summary>
public interface IQuarterSheets
{
    Task<IReadOnlyList<SheetFile>> MakeAsync(QuarterView view, CancellationToken cancellation);
}

/// <summary>Tells whether sheets still say what the register says: a hash over what a quarter's sheets are made of.</summary>
public static class QuarterSheetsKey
{
    public static string Of(IEnumerable<QuarterRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows.Where(r => r.IsUp || r.Status == ItemStatus.PublishedToParty).OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Id} {row.Version}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
