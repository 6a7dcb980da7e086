using System.Globalization;
using Azure.Data.Tables;

namespace Lianxin.Storage.Tables;

/// <summary>A long text over several string properties <c>Data0</c>, <c>Data1</c>, …: one property holds 32 Ki characters.</summary>
internal static class TextColumns
{
    public const int ChunkLength = 30_000;

    public static void Write(TableEntity row, string text)
    {
        int at = 0;
        int number = 0;
        do
        {
            int length = Math.Min(ChunkLength, text.Length - at);

            // A character outside the basic plane (rare names: 𠮷) is two halves; a half alone would not survive the way to the service.
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
            {
                length--;
            }

            row[Name(number++)] = text.Substring(at, length);
            at += length;
        }
        while (at < text.Length);
    }

    public static string Read(TableEntity row)
    {
        string first = TableAccess.Text(row, Name(0));
        if (!row.ContainsKey(Name(1)))
        {
            return first;
        }

        var parts = new List<string> { first };
        for (int number = 1; row.TryGetValue(Name(number), out object? part); number++)
        {
            parts.Add((string)part);
        }

        return string.Concat(parts);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Data{number}");
}
