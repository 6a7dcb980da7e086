using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>One row of a past register, as text.</summary>
/// <param name="Number">The running key of the row in its register; the same key is the same item, however often the file comes.</param>
public sealed record ImportRow(
    string Number,
    string Entry,
    string Office,
    string Village,
    string Title,
    string Body,
    string FormedOn,
    string PublishedOn,
    string Period,
    IReadOnlyDictionary<string, string> Elements,
    IReadOnlyList<string> Channels);

/// <summary>
/// Takes over what a past register says was published. Every row is checked like a submission; personal data refuses it.
/// Rows are applied one by one, each once, by the event <c>imported</c>.
/// </summary>
public static class RegisterImport
{
    /// <summary>The id of an imported row: made of its register key, so that a second import finds it there.</summary>
    public static string IdOf(string agency, int year, string number)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agency}\n{number}")));
        return $"{agency}-{year.ToString(CultureInfo.InvariantCulture)}-i{hash[..19]}";
    }

    /// <summary>The register year of a row, or null when its date cannot be read.</summary>
    public static int? YearOf(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return DateOnly.TryParseExact(row.FormedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Year : null;
    }

    public static Decision<ItemChange> Import(ImportRow row, NewItemIdentity identity, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(context);
        if (RoleRules.Check(context, Role.Admin, Role.Machine) is { } forbidden)
        {
            return forbidden;
        }

        if (context.Catalogue.Office(row.Office) is not { } office)
        {
            return Refusal.Field("office", $"没有“{row.Office}”这个站所。", "unknown-office");
        }

        var read = ItemChecks.Read(
            new ItemInput
            {
                Entry = row.Entry,
                Title = row.Title,
                Body = row.Body,
                FormedOn = row.FormedOn,
                Period = row.Period,
                Village = row.Village,
                Elements = row.Elements,
            },
            null,
            context,
            incomplete: false);
        var errors = new Dictionary<string, IReadOnlyList<string>>(read.Errors, StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(row.Number) || row.Number.Length > 100)
        {
            errors["number"] = ["每行须有不超过100字的编号。"];
        }

        if (!DateOnly.TryParseExact(row.PublishedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var publishedOn))
        {
            errors["publishedOn"] = ["公开日期不是一个存在的日期。"];
        }
        else if (publishedOn > context.Today)
        {
            errors["publishedOn"] = ["公开日期不能晚于今天。"];
        }
        else if (read.Content is { } dated && publishedOn < dated.FormedOn)
        {
            errors["publishedOn"] = ["公开日期不能早于成文日期。"];
        }

        foreach (var channel in row.Channels.Where(c => !CatalogueWords.Channels.Words.Contains(c, StringComparer.Ordinal)))
        {
            errors["channels"] = [$"没有“{channel}”这种公开渠道。"];
        }

        if (errors.Count > 0 || read.Content is null || read.Entry is null)
        {
            return ItemChecks.Refuse(errors);
        }

        if (read.Entry.Audience is Audience.PartyOnly or Audience.PartyFirst)
        {
            return Refusal.Field("entry", "党内公开事项不能作为已公开信息导入。", "party-entry");
        }

        var personal = PrivacyGate.Hard(read.Content, read.Entry.MaskProfile, context);
        return personal.Count > 0
            ? PrivacyGate.Refuse(personal)
            : Imported(row, identity, context, office, read, publishedOn);
    }

    private static ItemChange Imported(ImportRow row, NewItemIdentity identity, CommandContext context, Office office, CheckedInput read, DateOnly publishedOn)
    {
        // A register gives a day, not a moment: noon in China stands for it.
        var publishedAt = ChinaTime.StartOf(publishedOn).AddHours(12);
        var entry = read.Entry!;
        var deadlines = Dates.Of(entry, read.Content!, context);
        var item = new Item
        {
            Id = identity.Id,
            Agency = context.By.Agency,
            Year = identity.Year,
            IndexNumber = identity.IndexNumber,
            Entry = entry.Code,
            Category = entry.CategoryCode,
            StatisticClass = entry.StatisticClass,
            CatalogueVersion = context.Catalogue.Version,
            Regime = entry.Regime,
            MaskProfile = entry.MaskProfile,
            Office = office.Code,
            Content = read.Content!,
            Version = 1,
            Status = ItemStatus.Published,
            Musts = read.Musts,
            Source = "import",
            Responsibility = new Responsibility(office.Leader, office.Manager, office.Clerk),
            ApprovalPath = entry.Approval,
            Audience = entry.Audience,
            Channels = row.Channels.Count > 0 ? row.Channels : entry.Channels,
            Deadlines = deadlines,
            SubmittedBy = context.By.Account,
            Releases = [new Release(1, read.Content!, publishedAt, entry.Audience, deadlines.Count == 0 ? null : deadlines.Min(d => d.DueOn))],
        };
        return ItemChanges.Record(
            item,
            "imported",
            null,
            $"从旧登记簿导入，编号{row.Number}",
            context,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = row.Number, ["publishedOn"] = row.PublishedOn },
            [new OutboxMessage("publication", "render-page", item.Id, 1)]);
    }
}
