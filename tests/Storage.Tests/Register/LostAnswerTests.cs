using Azure.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

/// <summary>A write succeeds, its answer is lost, the SDK tries again and meets what it wrote itself.</summary>
public sealed class LostAnswerTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_item_is_committed_once_and_its_fence_is_good()
    {
        Item item = Sample.Item(Sample.Agency());
        Wire wire = LoseAnswers(1);
        IRegister register = emulator.Open(wire).Register;

        CommitOutcome outcome = await register.CommitAsync(
            Sample.Create(item, Sample.Message(item)) with { Receipt = new CommandReceipt("k", "b", item.Id, Sample.Noon) }, Stop);

        wire.Transactions.ShouldBe(2);
        var committed = outcome.ShouldBeOfType<CommitOutcome.Committed>();
        await register.PutAsync(Sample.Step(committed.Stored, i => i with { Status = ItemStatus.Returned }));
        (await OutboxAsync(item.Agency)).ShouldHaveSingleItem().Key.ShouldBe(committed.OutboxKeys.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task A_step_is_committed_once()
    {
        StoredItem stored = await emulator.Room.Register.PutAsync(Sample.Create(Sample.Item(Sample.Agency())));
        IRegister register = emulator.Open(LoseAnswers(2)).Register;

        StoredItem next = await register.PutAsync(Sample.Step(stored, i => i with { Status = ItemStatus.Returned }, Sample.Message(stored.Item)));

        (await register.FindAsync(stored.Item.Id, Stop))!.Fence.ShouldBe(next.Fence);
        (await register.HistoryAsync(stored.Item.Id, Stop)).Count.ShouldBe(2);
        (await OutboxAsync(stored.Item.Agency)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Our_write_is_known_even_when_somebody_has_gone_on_from_it(bool creates)
    {
        Item item = Sample.Item(Sample.Agency());
        IRegister rival = emulator.Room.Register;
        RegisterCommit commit = creates
            ? Sample.Create(item)
            : Sample.Step(await rival.PutAsync(Sample.Create(item)), i => i with { Status = ItemStatus.Reviewed });
        Wire wire = LoseAnswers(1, async () =>
        {
            StoredItem ours = (await rival.FindAsync(item.Id, Stop)).ShouldNotBeNull();
            await rival.PutAsync(Sample.Step(ours, i => i with { Status = ItemStatus.Approved }));
        });
        IRegister register = emulator.Open(wire).Register;

        StoredItem stored = (await register.CommitAsync(commit, Stop)).ShouldBeOfType<CommitOutcome.Committed>().Stored;

        // Committed, but not the present one any more: going on from it loses, as it must.
        (await register.CommitAsync(Sample.Step(stored, i => i), Stop)).ShouldBeOfType<CommitOutcome.LostRace>();
        (await register.FindAsync(item.Id, Stop))!.Item.Status.ShouldBe(ItemStatus.Approved);
    }

    [Fact]
    public async Task When_every_answer_is_lost_the_repeated_command_finds_its_receipt()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        var receipt = new CommandReceipt("k", "b", item.Id, Sample.Noon);
        IRegister register = emulator.Open(LoseAnswers(3)).Register;
        await Should.ThrowAsync<StorageUnavailableException>(() => register.CommitAsync(Sample.Create(item) with { Receipt = receipt }, Stop));

        Item again = Sample.Item(agency);
        CommitOutcome outcome = await register.CommitAsync(Sample.Create(again) with { Receipt = receipt with { ItemId = again.Id } }, Stop);

        outcome.ShouldBeOfType<CommitOutcome.Repeated>().First.ShouldBe(receipt);
        (await register.ListAsync(Sample.Query(agency), Stop)).Items.ShouldHaveSingleItem().Id.ShouldBe(item.Id);
    }

    [Fact]
    public async Task Single_rows_and_documents_know_their_own_write_too()
    {
        string agency = Sample.Agency();
        var account = new Account(agency, "a", "甲", Role.Clerk, "o", "h", "s", false, 0, null);
        int answers = 0;
        var wire = new Wire { After = m => IsWrite(m) && answers++ % 2 == 0 ? throw new IOException("lost") : Task.CompletedTask };
        StorageRoom room = emulator.Open(wire);

        (await room.Accounts.SaveAsync(account, null, Stop)).ShouldBeTrue();
        string fence = (await room.Accounts.FindAsync(agency, "a", Stop))!.Fence;
        (await room.Accounts.SaveAsync(account with { FailedCount = 1 }, fence, Stop)).ShouldBeTrue();
        string document = (await room.Documents.TryPutAsync(Containers.Keys, agency, [1], "text/plain", null, Stop)).ShouldNotBeNull();
        string next = (await room.Documents.TryPutAsync(Containers.Keys, agency, [2], "text/plain", document, Stop)).ShouldNotBeNull();
        (await room.Documents.FenceAsync(Containers.Keys, agency, Stop)).ShouldBe(next);
        answers.ShouldBe(8);
    }

    private static bool IsWrite(HttpMessage message) => message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head;

    private static Wire LoseAnswers(int count, Func<Task>? meanwhile = null)
    {
        int lost = 0;
        return new Wire
        {
            After = async message =>
            {
                if (Wire.IsTransaction(message) && lost++ < count)
                {
                    await (meanwhile?.Invoke() ?? Task.CompletedTask);
                    throw new IOException("The answer was lost.");
                }
            },
        };
    }

    private async Task<IReadOnlyList<OutboxRow>> OutboxAsync(string agency) =>
        await emulator.Room.Register.OutboxAsync(agency, DateTimeOffset.MaxValue, Stop).ToListAsync(Stop);
}
