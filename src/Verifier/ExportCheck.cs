using System.Globalization;
using System.Text;
using System.Text.Json;
using Lianxin.Core.Audit;
using Lianxin.Core.Exports;

namespace Lianxin.Verifier;

/// <summary>
/// Checks an export offline: files against the manifest, lines against their own sums, every chain of events from its first to the
/// register's last, and every anchor over the heads that it tells. It knows Core's hashes and nothing of storage.
/// </summary>
public sealed class ExportCheck(string folder)
{
    private const string Register = "register";
    private static readonly (string Table, string Prefix)[] Stepped = [("feedback", "piece-"), ("cases", "case-")];
    private readonly ExportFolder files = new(folder);
    private readonly Dictionary<string, IReadOnlyList<string>> chains = new(StringComparer.Ordinal);
    private int events;
    private int anchors;

    /// <param name="year">Only the chains of this year's registers; null for all. Files are always checked, anchors only where nothing is left out.</param>
    public Verdict Run(int? year)
    {
        if (files.Manifest() is not { } manifest)
        {
            return Verdict(new Finding(ExportPlaces.Manifest, ExportPlaces.Manifest, 0, "完好的清单 an unbroken manifest", "没有或已改动 missing or changed"), 0);
        }

        try
        {
            var first = files.FirstFault(manifest) ?? Chains(manifest, year) ?? (year is null ? Anchors(manifest) : null);
            return Verdict(first, manifest.Parts.Count);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or KeyNotFoundException or IOException)
        {
            return Verdict(new Finding("", "", 0, "可以读懂的内容 readable content", broken.Message), manifest.Parts.Count);
        }
    }

    private Verdict Verdict(Finding? first, int parts) => new(first, parts, chains.Count, events, anchors);

    private Finding? Chains(ExportManifest manifest, int? year)
    {
        var ending = year is { } only ? string.Create(CultureInfo.InvariantCulture, $"-{only:D4}{ExportPlaces.ListEnding}") : ExportPlaces.ListEnding;
        foreach (var part in manifest.Parts.Select(p => p.Name).Where(n => n.EndsWith(ending, StringComparison.Ordinal)))
        {
            var fault = part.StartsWith($"{ExportPlaces.Tables}/{Register}/", StringComparison.Ordinal)
                ? Items(part)
                : Stepped.Where(s => part.StartsWith($"{ExportPlaces.Tables}/{s.Table}/", StringComparison.Ordinal)).Select(s => Steps(part, s.Table, s.Prefix)).FirstOrDefault();
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private Finding? Items(string part)
    {
        var told = new Dictionary<string, List<ItemEvent>>(StringComparer.Ordinal);
        var ends = new List<ItemEnd>();
        foreach (var row in Rows(part))
        {
            if (row.Row.StartsWith("event-", StringComparison.Ordinal))
            {
                var e = JsonSerializer.Deserialize(TextOf(row), VerifierJson.Default.ItemEvent)!;
                told.TryAdd(e.ItemId, []);
                told[e.ItemId].Add(e);
            }
            else if (row.Row.StartsWith("item-", StringComparison.Ordinal))
            {
                ends.Add(JsonSerializer.Deserialize(TextOf(row), VerifierJson.Default.ItemEnd)!);
            }
        }

        foreach (var (id, chain) in told)
        {
            events += chain.Count;
            chains["items/" + id] = [.. chain.Select(e => e.Hash)];
            if (EventChain.FirstFault(chain) is { } fault)
            {
                return new Finding(part, "items/" + id, fault.Number, fault.Expected, fault.Found);
            }
        }

        foreach (var end in ends)
        {
            var hashes = chains.GetValueOrDefault("items/" + end.Id) ?? [];
            if (End(hashes, end.EventCount) is var last && !string.Equals(last, end.LastEventHash, StringComparison.Ordinal))
            {
                return new Finding(part, "items/" + end.Id, end.EventCount, end.LastEventHash, last);
            }

            if (hashes.Count > end.EventCount)
            {
                return new Finding(part, "items/" + end.Id, end.EventCount + 1, "没有这一步 no such event", hashes[end.EventCount]);
            }
        }

        return told.Keys.Except(ends.Select(e => e.Id), StringComparer.Ordinal)
            .Select(id => new Finding(part, "items/" + id, 1, "信息本身的一行 the item's own row", "没有 missing"))
            .FirstOrDefault();
    }

    private Finding? Steps(string part, string kind, string prefix)
    {
        foreach (var row in Rows(part).Where(r => r.Row.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var one = JsonSerializer.Deserialize(TextOf(row), VerifierJson.Default.Stepped)!;
            var steps = one.Steps ?? [];
            events += steps.Count;
            chains[$"{kind}/{one.Id}"] = [.. steps.Select(s => s.Hash)];
            if (StepChain.FirstFault(one.Id, steps) is { } fault)
            {
                return new Finding(part, $"{kind}/{one.Id}", fault.Number, fault.Expected, fault.Found);
            }
        }

        return null;
    }

    private Finding? Anchors(ExportManifest manifest)
    {
        var list = ExportPlaces.List("anchors");
        if (manifest.Parts.All(p => p.Name != list))
        {
            return null;
        }

        foreach (var agency in files.Lines(list).Select(l => ExportLines.Blob(l)!).GroupBy(b => b.Name.Split('/')[0], StringComparer.Ordinal))
        {
            DailyAnchor? before = null;
            IReadOnlyDictionary<string, ChainHead> all = new Dictionary<string, ChainHead>(StringComparer.Ordinal);
            foreach (var blob in agency.OrderBy(b => b.Name, StringComparer.Ordinal))
            {
                anchors++;
                var record = JsonSerializer.Deserialize(files.Bytes(ExportPlaces.Bytes("anchors", blob.Sha256)), VerifierJson.Default.AnchorRecord)!;
                all = Core.Audit.Anchors.Fold(all, record.Changed);
                if (Core.Audit.Anchors.Fault(record, before, all) is { } fault)
                {
                    return new Finding(list, "anchors/" + blob.Name, record.Anchor.Number, fault.Expected, fault.Found);
                }

                foreach (var head in record.Changed)
                {
                    var found = End(chains.GetValueOrDefault(head.Subject) ?? [], head.Events);
                    if (!string.Equals(found, head.Hash, StringComparison.Ordinal))
                    {
                        return new Finding("anchors/" + blob.Name, head.Subject, head.Events, head.Hash, found);
                    }
                }

                before = record.Anchor;
            }
        }

        return null;
    }

    /// <summary>Hash of the event of a number, or words where there is none.</summary>
    private static string End(IReadOnlyList<string> hashes, int number) =>
        number == 0 ? "" : number <= hashes.Count ? hashes[number - 1] : "没有这一步 missing";

    private IEnumerable<ExportedRow> Rows(string part) => files.Lines(part).Select(l => ExportLines.Row(l)!);

    /// <summary>A long document lies in several columns, a longer one in a sealed blob named by its hash.</summary>
    private string TextOf(ExportedRow row)
    {
        if (row.Values.TryGetValue("SealedAs", out var hash) && hash.Text.Length > 0)
        {
            return Encoding.UTF8.GetString(files.Bytes(ExportPlaces.Bytes("sealed", hash.Text)));
        }

        var text = new StringBuilder();
        for (var i = 0; row.Values.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"Data{i}"), out var chunk); i++)
        {
            text.Append(chunk.Text);
        }

        return text.ToString();
    }
}
