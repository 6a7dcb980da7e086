using Azure.Storage.Queues;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>Health tells a trouble that is planted in the emulator, and that it is gone.</summary>
public class HealthTests(SampleSystem sample)
{
    [Fact]
    public async Task A_poison_message_is_told_at_the_next_question_and_gone_at_the_one_after_it_was_taken_out()
    {
        var connection = (await File.ReadAllTextAsync(Path.Combine(sample.System.Data, "storage-connection"))).Trim();
        var poison = new QueueClient(connection, "work-poison", new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05));
        using var anyone = sample.System.Anyone();
        (await TroublesAsync(anyone)).ShouldNotContain("poison");
        var planted = (await poison.SendMessageAsync("bm9uZSBvZiBvdXJz")).Value;
        (await TroublesAsync(anyone)).ShouldContain("poison");
        await poison.DeleteMessageAsync(planted.MessageId, planted.PopReceipt);
        (await TroublesAsync(anyone)).ShouldNotContain("poison");
    }

    private static async Task<IReadOnlyList<string>> TroublesAsync(Caller anyone)
    {
        var (_, health) = await anyone.GetAsync("/api/health");
        return [.. health.GetProperty("troubles").EnumerateArray().Select(t => t.GetProperty("code").GetString()!)];
    }
}
