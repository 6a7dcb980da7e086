using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Exports;
using Lianxin.Storage.Tests.Samples;
using Lianxin.Verifier;

namespace Lianxin.Storage.Tests.Exports;

/// <summary>One changed byte is named wherever it lies; so is a forgery that makes every sum anew.</summary>
public sealed class VerifierTests(ExportedTown town) : IClassFixture<ExportedTown>
{
    private const int Positions = 400;

    [Fact]
    public void An_export_as_it_was_written_holds()
    {
        var verdict = new ExportCheck(town.Folder).Run(null);
        verdict.First.ShouldBeNull();
        (verdict.Chains, verdict.Events, verdict.Anchors).ShouldBe((5, 10, 1));
        new ExportCheck(town.Folder).Run(2025).Chains.ShouldBe(0);
    }

    [Fact]
    public void One_changed_byte_anywhere_is_named_with_its_file()
    {
        var copy = town.Copy();
        var files = Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).Order(StringComparer.Ordinal).ToList();
        var random = new Random(20260331);
        for (var i = 0; i < Positions; i++)
        {
            var file = files[i % files.Count];
            var bytes = File.ReadAllBytes(file);
            var at = random.Next(bytes.Length);
            var changed = (byte[])bytes.Clone();
            changed[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, changed);
            var first = new ExportCheck(copy).Run(null).First.ShouldNotBeNull($"{file} at {at}");
            first.Part.ShouldBe(Path.GetRelativePath(copy, file).Replace('\\', '/'));
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void A_changed_event_is_named_by_item_and_number()
    {
        var copy = town.Copy();
        var path = Path.Combine([copy, .. town.Register.Split('/')]);
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, l => l.Contains($"event-{town.FirstItem}-000002", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("改了标题", "改了正文", StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")));
        var first = new ExportCheck(copy).Run(null).First.ShouldNotBeNull();
        (first.Subject, first.Number).ShouldBe(("items/" + town.FirstItem, 2));
    }

    [Fact]
    public void An_event_forged_with_new_sums_breaks_its_chain()
    {
        var copy = town.Copy();
        ExportedTown.Forge(copy, town.Register, rows => rows.Select(r => r.Row == $"event-{town.FirstItem}-000001" ? With(r, "submitted", "imported") : r));
        var first = new ExportCheck(copy).Run(2026).First.ShouldNotBeNull();
        (first.Subject, first.Number).ShouldBe(("items/" + town.FirstItem, 1));
    }

    [Fact]
    public void An_event_taken_out_and_a_row_taken_out_are_named()
    {
        foreach (var (gone, number) in new[] { ("event-" + town.FirstItem + "-000002", 2), ("item-" + town.FirstItem, 1) })
        {
            var copy = town.Copy();
            ExportedTown.Forge(copy, town.Register, rows => rows.Where(r => r.Row != gone));
            var first = new ExportCheck(copy).Run(null).First.ShouldNotBeNull();
            (first.Subject, first.Number).ShouldBe(("items/" + town.FirstItem, number));
        }
    }

    [Fact]
    public void A_whole_chain_made_anew_breaks_the_anchor()
    {
        var copy = town.Copy();
        var actor = new Actor("clerk", "另一人", Role.Clerk, town.Agency, "dangzheng");
        var draft = Sample.Item(town.Agency) with { Id = town.FirstItem, EventCount = 0, LastEventHash = "" };
        var one = EventChain.Next(draft, "submitted", actor, Sample.Noon, Sample.Noon, null, "");
        var item = draft with { EventCount = 1, LastEventHash = one.Hash };
        var two = EventChain.Next(item, "changed", actor, Sample.Noon, Sample.Noon, item.Status, "改了标题");
        item = item with { EventCount = 2, LastEventHash = two.Hash };
        ExportedTown.Forge(copy, town.Register, rows => rows.Select(r => r.Row switch
        {
            _ when r.Row == $"event-{item.Id}-000001" => Holding(r, System.Text.Json.JsonSerializer.Serialize(one, Json.Plain.ItemEvent)),
            _ when r.Row == $"event-{item.Id}-000002" => Holding(r, System.Text.Json.JsonSerializer.Serialize(two, Json.Plain.ItemEvent)),
            _ when r.Row == $"item-{item.Id}" => Holding(r, Sample.Text(item)),
            _ => r,
        }));
        var first = new ExportCheck(copy).Run(null).First.ShouldNotBeNull();
        (first.Subject, first.Number, first.Found).ShouldBe(("items/" + item.Id, 2, two.Hash));
        first.Part.ShouldStartWith("anchors/");
    }

    private static ExportedRow With(ExportedRow row, string from, string to) =>
        Holding(row, row.Values["Data0"].Text.Replace(from, to, StringComparison.Ordinal));

    private static ExportedRow Holding(ExportedRow row, string text) =>
        row with { Values = new Dictionary<string, ExportedValue>(row.Values) { ["Data0"] = new("s", text) } };
}
