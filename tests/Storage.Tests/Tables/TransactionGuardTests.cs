using Azure.Data.Tables;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Tests.Tables;

/// <summary>The limits that the emulator lets pass and Azure does not.</summary>
public sealed class TransactionGuardTests
{
    [Fact]
    public void A_hundred_rows_pass_and_one_more_is_refused()
    {
        TransactionGuard.Check(Rows(100));
        Refused(Rows(101)).ShouldContain("101");
        Refused([]).ShouldContain("without actions");
    }

    [Fact]
    public void One_partition_only() =>
        Refused([Add(new TableEntity("a", "1")), Add(new TableEntity("b", "2"))]).ShouldContain("two partitions");

    [Fact]
    public void Each_row_only_once() =>
        Refused([Add(new TableEntity("a", "1")), new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("a", "1"))])
            .ShouldContain("twice");

    [Fact]
    public void A_property_holds_64_KiB()
    {
        TransactionGuard.Check([Add(With("Data", new string('文', 32_766)))]);
        Refused([Add(With("Data", new string('文', 32_767)))]).ShouldContain("65538 bytes");
        Refused([Add(With("Data", new byte[65_537]))]).ShouldContain("Data");
    }

    [Fact]
    public void A_row_holds_a_mebibyte()
    {
        var row = new TableEntity("p", "r");
        for (int i = 0; i < 15; i++)
        {
            row[$"D{i}"] = new string('a', 32_000);
        }

        TransactionGuard.Check([Add(row)]);
        row["D15"] = new string('a', 32_000);
        row["D16"] = new string('a', 32_000);
        Refused([Add(row)]).ShouldContain("A row of");
    }

    [Fact]
    public void A_row_has_252_properties_of_its_own()
    {
        var row = new TableEntity("p", "r");
        for (int i = 0; i < 252; i++)
        {
            row[$"P{i}"] = i;
        }

        TransactionGuard.Check([Add(row)]);
        row["P252"] = 1;
        Refused([Add(row)]).ShouldContain("253 properties");
    }

    [Fact]
    public void A_body_has_4_MiB_also_when_every_character_is_escaped()
    {
        TableTransactionAction[] plain = [.. Enumerable.Range(0, 30).Select(n => Add(With("D", new string('a', 30_000), $"r{n}")))];
        TableTransactionAction[] chinese = [.. Enumerable.Range(0, 30).Select(n => Add(With("D", new string('文', 30_000), $"r{n}")))];

        TransactionGuard.Check(plain);
        Refused(chinese).ShouldContain("A body of");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a b")]
    [InlineData("文")]
    [InlineData("")]
    public void Keys_are_of_the_allowed_characters(string key)
    {
        Refused([Add(new TableEntity("p", key))]).ShouldContain("row key");
        Refused([Add(new TableEntity(key, "r"))]).ShouldContain("partition key");
    }

    [Fact]
    public void Keys_have_512_characters()
    {
        TransactionGuard.Check([Add(new TableEntity(new string('p', 512), new string('r', 512)))]);
        Refused([Add(new TableEntity("p", new string('r', 513)))]).ShouldContain("row key");
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("1a")]
    [InlineData("名")]
    public void Property_names_are_identifiers(string name) => Refused([Add(With(name, 1))]).ShouldContain("property name");

    [Fact]
    public void A_value_of_a_type_that_a_table_cannot_hold_is_refused() => Refused([Add(With("Price", 1.5m))]).ShouldContain("Decimal");

    private static string Refused(IReadOnlyList<TableTransactionAction> actions) =>
        Should.Throw<TransactionRefusedException>(() => TransactionGuard.Check(actions)).Message;

    private static TableEntity With(string name, object value, string key = "r") => new("p", key) { [name] = value };

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableTransactionAction[] Rows(int count) => [.. Enumerable.Range(0, count).Select(n => Add(new TableEntity("p", $"r{n}")))];
}
