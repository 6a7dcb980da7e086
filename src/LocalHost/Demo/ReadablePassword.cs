using System.Globalization;
using System.Security.Cryptography;

namespace Lianxin.LocalHost.Demo;

/// <summary>Passwords that can be read aloud and typed: four syllable groups and two digits, some 60 bits of chance.</summary>
internal static class ReadablePassword
{
    private const string Consonants = "bdfghjkmnprstvwz";
    private const string Vowels = "aeiou";

    public static string Make()
    {
        var groups = Enumerable.Range(0, 4).Select(_ => string.Concat(Enumerable.Range(0, 2).Select(_ => $"{One(Consonants)}{One(Vowels)}"))).ToArray();
        groups[0] = char.ToUpperInvariant(groups[0][0]) + groups[0][1..];
        return string.Join('-', groups) + "-" + RandomNumberGenerator.GetInt32(10, 100).ToString(CultureInfo.InvariantCulture);
    }

    private static char One(string letters) => letters[RandomNumberGenerator.GetInt32(letters.Length)];
}
