using System.Text.Json.Nodes;

namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>A made-up report in which everything agrees, the same for the same seed.</summary>
internal static class AnyReport
{
    private static readonly string[] Applicants = ["natural_person", "business", "research", "public_interest", "legal_service", "other"];

    private static readonly string[] Single = ["other_outcome.no_correction_in_time", "other_outcome.fee_unpaid", "other_outcome.other"];

    public static JsonObject From(int seed)
    {
        var chance = new Random(seed);
        var isOld = chance.Next(3) == 0;
        var rows = CaseFiles.Forms.Section3.Select(r => r.Key).Where(r => isOld ? !Single.Contains(r) : r != "other_outcome.combined").ToList();
        var outcomes = rows.Except(["new_received", "carried_over", "total", "carried_forward"]).ToList();
        var cells = rows.ToDictionary(r => r, _ => new int[7]);
        for (var column = 0; column < 6; column++)
        {
            foreach (var outcome in outcomes)
                cells[outcome][column] = chance.Next(4) == 0 ? chance.Next(1000) : 0;
            cells["total"][column] = outcomes.Sum(o => cells[o][column]);
            cells["carried_forward"][column] = chance.Next(50);
            var all = cells["total"][column] + cells["carried_forward"][column];
            cells["carried_over"][column] = chance.Next(all + 1);
            cells["new_received"][column] = all - cells["carried_over"][column];
        }

        var section3 = new JsonObject();
        foreach (var (row, counts) in cells)
        {
            counts[6] = counts[..6].Sum();
            var line = new JsonObject(Applicants.Append("total").Select((c, i) => KeyValuePair.Create(c, (JsonNode?)counts[i])));
            Put(section3, row, line);
        }

        var made = chance.Next(20);
        var report = new JsonObject
        {
            ["format"] = isOld ? "2019" : "2021",
            ["level"] = "township",
            ["year"] = isOld ? 2020 : 2025,
            ["completeness"] = "full",
            ["tables"] = new JsonObject
            {
                ["section2"] = isOld
                    ? new JsonObject { ["normative_documents"] = new JsonObject { ["new_made"] = made, ["new_public"] = made, ["total_public"] = made + chance.Next(9) } }
                    : new JsonObject { ["normative_documents"] = new JsonObject { ["made"] = made, ["repealed"] = chance.Next(9), ["in_force"] = made + chance.Next(90) } },
                ["section3"] = section3,
                ["section4"] = new JsonObject(new[] { "review", "litigation_direct", "litigation_after_review" }.Select(b => KeyValuePair.Create(b, (JsonNode?)Cases(chance)))),
            },
            ["blank_cells"] = new JsonArray(),
        };
        Tell(report, cells, made);
        return report;
    }

    public static JsonNode At(JsonObject report, string path) => path.Split('.').Aggregate((JsonNode)report["tables"]!, (node, name) => node[name]!);

    /// <summary>Sets a cell by the name that findings use, or any other field by its dotted path.</summary>
    public static JsonObject With(this JsonObject report, string path, JsonNode? value)
    {
        Put(path.StartsWith("section", StringComparison.Ordinal) || path.StartsWith("old.", StringComparison.Ordinal) ? report["tables"]!.AsObject() : report, path, value);
        return report;
    }

    public static JsonObject Blank(this JsonObject report, string path)
    {
        report["blank_cells"]!.AsArray().Add(path);
        return report.With(path, null);
    }

    private static JsonObject Cases(Random chance)
    {
        var (upheld, corrected, other, pending) = (chance.Next(9), chance.Next(5), chance.Next(5), chance.Next(5));
        return new JsonObject
        {
            ["upheld"] = upheld,
            ["corrected"] = corrected,
            ["other"] = other,
            ["pending"] = pending,
            ["total"] = upheld + corrected + other + pending,
        };
    }

    /// <summary>The same figures as a text would give them.</summary>
    private static void Tell(JsonObject report, Dictionary<string, int[]> cells, int made)
    {
        var (fresh, over, all, forward) = (cells["new_received"][6], cells["carried_over"][6], cells["total"][6], cells["carried_forward"][6]);
        var review = (int)At(report, "section4.review.total");
        var suits = (int)At(report, "section4.litigation_direct.total") + (int)At(report, "section4.litigation_after_review.total");
        report["narrative_figures"] = new JsonObject
        {
            ["applications_received"] = fresh + over,
            ["new_received"] = fresh,
            ["carried_over"] = over,
            ["answered"] = all,
            ["carried_forward"] = forward,
            ["granted"] = cells["granted"][6],
            ["review_and_litigation_total"] = review + suits,
            ["normative_made"] = made,
            ["percentages"] = all == 0 ? new JsonObject() : new JsonObject { ["granted"] = Math.Round(100m * cells["granted"][6] / all, 2) },
        };
        report["narrative"] =
            $"{report["year"]}年，我镇新收政府信息公开申请{fresh}件，上年结转{over}件，共办结{all}件，其中予以公开{cells["granted"][6]}件，"
            + $"结转下年度继续办理{forward}件。因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件。全年制发行政规范性文件{made}件。";
    }

    private static void Put(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
            root = (JsonObject)(root[name] ??= new JsonObject());
        root[names[^1]] = value;
    }
}
