using System.Globalization;

namespace Lianxin.Core.Audit;

/// <summary>The first place at which a chain does not hold.</summary>
/// <param name="Number">Which event or step, from 1.</param>
/// <param name="Expected">The number, hash before or own hash that it should carry.</param>
public sealed record ChainFault(int Number, string Expected, string Found)
{
    internal static ChainFault? Of(int number, int foundNumber, string previous, string foundPrevious, string hash, string foundHash)
    {
        (string Expected, string Found)[] pairs =
        [
            (number.ToString(CultureInfo.InvariantCulture), foundNumber.ToString(CultureInfo.InvariantCulture)),
            (previous, foundPrevious),
            (hash, foundHash),
        ];
        foreach (var (expected, found) in pairs)
        {
            if (!string.Equals(expected, found, StringComparison.Ordinal))
            {
                return new ChainFault(number, expected, found);
            }
        }

        return null;
    }
}
