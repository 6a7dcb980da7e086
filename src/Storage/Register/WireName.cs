using System.Text;

namespace Lianxin.Storage.Register;

/// <summary>Enum values in kebab-case, as api.md spells them.</summary>
internal static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        var wire = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && wire.Length > 0)
            {
                wire.Append('-');
            }

            wire.Append(char.ToLowerInvariant(c));
        }

        return wire.ToString();
    }
}
