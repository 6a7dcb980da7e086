using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianxin.Backup;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Exports;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Exports;

/// <summary>A small town with real chains, pages, a case, an anchor and waiting messages, and its export in a folder of its own.</summary>
public sealed class ExportedTown(Azurite azurite) : IAsyncLifetime
{
    private static readonly Actor Clerk = new("clerk", "经办人", Role.Clerk, "town", "dangzheng");
    private readonly List<EmulatorRoom> rooms = [];

    public EmulatorRoom Source { get; private set; } = null!;

    public string Agency { get; } = Sample.Agency();

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "lianxin-export-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));

    public string FirstItem { get; private set; } = "";

    public string Register => ExportPlaces.Partition("register", Agency + "-2026");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Source = await RoomAsync(prepared: true);
        var heads = new List<ChainHead>();
        for (var i = 0; i < 3; i++)
        {
            heads.Add(await ItemAsync());
        }

        FirstItem = heads[0].Subject["items/".Length..];
        heads.Add(await CaseAsync());
        var anchor = Anchors.Next(Agency, new DateOnly(2026, 3, 31), Sample.Noon, null, new Dictionary<string, ChainHead>(), heads);
        var json = JsonSerializer.SerializeToUtf8Bytes(anchor, JsonSerializerOptions.Web);
        await Source.Room.Documents.PutAsync(Containers.Anchors, $"{Agency}/2026-03-31.json", json, "application/json", Cancellation);
        await Source.Room.Documents.PutAsync(Containers.Site, "items/甲 乙.html", Encoding.UTF8.GetBytes("<p>公开信息</p>"), "text/html; charset=utf-8", Cancellation);
        await Source.Room.Documents.PutAsync(Containers.Site, "index.html", Encoding.UTF8.GetBytes("<p>首页</p>"), "text/html; charset=utf-8", Cancellation);
        await Source.Room.Outbox.SweepAsync(Agency, DateTimeOffset.MaxValue, Cancellation);
        await ItemAsync();
        await new AccountBackup(Source.Options, TimeProvider.System).ExportAsync(Folder, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var room in rooms)
        {
            await room.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(Folder + "-copies"))
        {
            Directory.Delete(Folder + "-copies", recursive: true);
        }
    }

    public async Task<EmulatorRoom> RoomAsync(bool prepared)
    {
        var room = new EmulatorRoom(azurite);
        rooms.Add(room);
        if (prepared)
        {
            await room.InitializeAsync();
        }

        return room;
    }

    /// <summary>A copy of the export that a test may spoil.</summary>
    public string Copy()
    {
        var copy = Path.Combine(Folder + "-copies", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Changes rows as somebody would who knows the format: the line's sum and the manifest are made anew.</summary>
    internal static void Forge(string folder, string part, Func<IReadOnlyList<ExportedRow>, IEnumerable<ExportedRow>> change)
    {
        var path = Path.Combine([folder, .. part.Split('/')]);
        var lines = change([.. File.ReadLines(path).Select(l => ExportLines.Row(l)!)]).Select(ExportLines.Of).ToList();
        File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")));
        var place = Path.Combine(folder, ExportPlaces.Manifest);
        var manifest = ExportLines.Manifest(File.ReadAllText(place).TrimEnd('\n'))!;
        var bytes = File.ReadAllBytes(path);
        var forged = new ExportPart(part, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, lines.Count);
        File.WriteAllText(place, ExportLines.Of(manifest with { Parts = [.. manifest.Parts.Select(p => p.Name == part ? forged : p)] }) + "\n");
    }

    private async Task<ChainHead> ItemAsync()
    {
        var draft = Sample.Item(Agency) with { EventCount = 0, LastEventHash = "" };
        var first = EventChain.Next(draft, "submitted", Clerk, Sample.Noon, Sample.Noon, null, "");
        var item = draft with { EventCount = 1, LastEventHash = first.Hash };
        var stored = await Source.Room.Register.PutAsync(new RegisterCommit(null, item, [first], [Sample.Message(item)]));
        var second = EventChain.Next(item, "changed", Clerk, Sample.Noon.AddHours(1), Sample.Noon.AddHours(1), item.Status, "改了标题");
        var after = item with { EventCount = 2, LastEventHash = second.Hash };
        await Source.Room.Register.PutAsync(new RegisterCommit(stored, after, [second], []));
        return new ChainHead("items/" + item.Id, 2, second.Hash);
    }

    private async Task<ChainHead> CaseAsync()
    {
        var id = Agency + "-2026-case1";
        var steps = StepChain.Append(id, [], "opened", Clerk, Sample.Noon, Sample.Noon, "", "open", "");
        steps = StepChain.Append(id, steps, "answered", Clerk, Sample.Noon, Sample.Noon, "open", "answered", "已修好");
        var text = JsonSerializer.Serialize(new { id, steps }, JsonSerializerOptions.Web);
        var outcome = await Source.Room.Ledgers.Cases.CommitAsync(
            new LedgerCommit(Agency, 2026, [LedgerChange.Save("case-" + id, text, null)], []), Cancellation);
        outcome.ShouldBeOfType<LedgerOutcome.Committed>();
        return new ChainHead("cases/" + id, 2, steps[^1].Hash);
    }
}
