using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Core.Reports.Records;

/// <summary>How records are named. A record is the same whenever agency, year, kind and number are: entering it twice makes one.</summary>
public static class RecordNames
{
    private const int HashCharacters = 16;

    /// <summary>The number as it may stand in a key: whatever people write in it.</summary>
    public static string Mark(string number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)))[..HashCharacters];

    public static string Of(string agency, int year, string kind, string number, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}-{year:D4}-{kind}-{Mark(number)}-v{version}");
}
