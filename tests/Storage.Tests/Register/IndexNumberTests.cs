using Azure.Data.Tables;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

public sealed class IndexNumberTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_never_give_the_same_number()
    {
        string agency = Sample.Agency();
        StorageRoom[] rooms = [emulator.Open(), emulator.Open()];

        string[] numbers = await Task.WhenAll(Enumerable.Range(0, 90).Select(n => rooms[n % 2].Register.NextIndexNumberAsync(agency, 2026, Stop)));

        numbers.Distinct().Count().ShouldBe(90);
        numbers.ShouldAllBe(n => n.StartsWith("LG000/2026-", StringComparison.Ordinal) && n.Length == "LG000/2026-00000".Length);
    }

    [Fact]
    public async Task Numbers_are_taken_in_blocks_and_a_restart_leaves_a_gap_but_repeats_none()
    {
        string agency = Sample.Agency();
        var wire = new Wire();
        StorageRoom room = emulator.Open(wire);
        for (int i = 1; i <= 5; i++)
        {
            (await room.Register.NextIndexNumberAsync(agency, 2026, Stop)).ShouldBe($"LG000/2026-{i:D5}");
        }

        wire.Seen.Count.ShouldBe(2, "one block: a read and a write");
        (await emulator.Open().Register.NextIndexNumberAsync(agency, 2026, Stop)).ShouldBe("LG000/2026-00006");
        // Five were gone at once: the next block is twice as large.
        (await room.Register.NextIndexNumberAsync(agency, 2026, Stop)).ShouldBe("LG000/2026-00011");
        TableEntity row = await emulator.Table(StorageNames.Counters).GetEntityAsync<TableEntity>(agency, "index-2026", cancellationToken: Stop);
        row.GetInt64("Next").ShouldBe(21);
    }
}
