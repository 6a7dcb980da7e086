using Azure.Data.Tables;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Tests.Tables;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(TextColumns.ChunkLength, 1)]
    [InlineData(TextColumns.ChunkLength + 1, 2)]
    [InlineData(3 * TextColumns.ChunkLength, 3)]
    public void A_text_of_any_length_comes_back(int length, int columns)
    {
        string text = string.Concat(Enumerable.Range(0, length).Select(n => (char)('一' + (n % 5_000))));
        var row = new TableEntity("p", "r");

        TextColumns.Write(row, text);

        TextColumns.Read(row).ShouldBe(text);
        row.Keys.Count(k => k.StartsWith("Data", StringComparison.Ordinal)).ShouldBe(columns);
    }

    [Fact]
    public void A_character_of_two_halves_is_never_cut()
    {
        string text = new string('a', TextColumns.ChunkLength - 1) + string.Concat(Enumerable.Repeat("𠮷", TextColumns.ChunkLength));
        var row = new TableEntity("p", "r");

        TextColumns.Write(row, text);

        TextColumns.Read(row).ShouldBe(text);
        foreach (string key in row.Keys.Where(k => k.StartsWith("Data", StringComparison.Ordinal)))
        {
            char.IsHighSurrogate(row.GetString(key)[^1]).ShouldBeFalse();
        }
    }
}
