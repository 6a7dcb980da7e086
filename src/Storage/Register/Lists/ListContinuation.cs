using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Register.Lists;

/// <summary>Where a list goes on: the year and the last row key that was looked at. Survives restarts and later writes.</summary>
internal readonly record struct ListContinuation(int Year, string LastKey)
{
    public string Write() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Year:D4}|{LastKey}")));

    /// <summary>Comes from outside: anything but what <see cref="Write"/> gave for a list with this prefix is refused.</summary>
    public static ListContinuation? Read(string? text, string prefix)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > 2 * KeyText.MaxLength || !Base64Url.IsValid(text))
        {
            throw Refused();
        }

        string plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        if (plain.Length < 6 || plain[4] != '|' || plain.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') >= 0 ||
            !KeyText.IsKey(plain[5..]) || !plain.AsSpan(5).StartsWith(prefix, StringComparison.Ordinal))
        {
            throw Refused();
        }

        return new ListContinuation(int.Parse(plain.AsSpan(0, 4), CultureInfo.InvariantCulture), plain[5..]);
    }

    private static InvalidContinuationException Refused() => new("The continuation does not belong to this list.");
}
