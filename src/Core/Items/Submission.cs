using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>申报: drafts, changes, submissions and revisions, by the clerk of the item's own office.</summary>
public static class Submission
{
    /// <summary>A new item: kept as a draft, or submitted at once.</summary>
    public static Decision<ItemChange> Create(ItemInput input, NewItemIdentity identity, CommandContext context, bool draft)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(context);
        if (OfficeOf(input.Office, context) is not { } office)
        {
            return Refusal.Field("office", "没有这个站所。", "unknown-office");
        }

        if (NotOwnOffice(office.Code, context) is { } foreign)
        {
            return foreign;
        }

        var read = ItemChecks.Read(input, null, context, incomplete: draft);
        if (read.Content is null || read.Entry is null)
        {
            return ItemChecks.Refuse(read.Errors);
        }

        var item = new Item
        {
            Id = identity.Id,
            Agency = context.By.Agency,
            Year = identity.Year,
            IndexNumber = identity.IndexNumber,
            Entry = read.Entry.Code,
            Category = read.Entry.CategoryCode,
            StatisticClass = StatisticClassOf(read.Entry, input.NilReturn),
            NilReturn = input.NilReturn,
            CatalogueVersion = context.Catalogue.Version,
            Regime = read.Entry.Regime,
            MaskProfile = read.Entry.MaskProfile,
            Office = office.Code,
            Content = read.Content,
            Version = 1,
            Status = ItemStatus.Draft,
            Musts = read.Musts,
            Source = input.Source is "form" ? "form" : "api",
            Responsibility = new Responsibility(office.Leader, office.Manager, office.Clerk),
            ApprovalPath = read.Entry.Approval,
            Audience = read.Audience,
            Channels = read.Entry.Channels,
            Deadlines = Dates.Of(read.Entry, read.Content, context),
            SubmittedBy = context.By.Account,
            PrivacyRequest = ItemChecks.NullIfBlank(input.PrivacyRequest),
        };
        return draft
            ? Recorded(item, "drafted", null, "存草稿", context)
            : Submit(item, null, read.Entry, input, context);
    }

    /// <summary>Changes a draft or a returned item; it stays what it is.</summary>
    public static Decision<ItemChange> Change(Item item, ItemInput input, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        if ((NotOwnOffice(item.Office, context) ?? ItemSteps.Check(item.Status, ItemStep.Change)) is { } refused)
        {
            return refused;
        }

        var read = ItemChecks.Read(input, item, context, incomplete: true);
        return read.Content is null || read.Entry is null
            ? ItemChecks.Refuse(read.Errors)
            : Recorded(Rewritten(item, read, context) with { PrivacyRequest = input.PrivacyRequest is null ? item.PrivacyRequest : ItemChecks.NullIfBlank(input.PrivacyRequest) }, "changed", item.Status, "修改", context);
    }

    /// <summary>申报 of a draft or a returned item.</summary>
    public static Decision<ItemChange> Submit(Item item, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(context);
        if ((NotOwnOffice(item.Office, context) ?? ItemSteps.Check(item.Status, ItemStep.Submit)) is { } refused)
        {
            return refused;
        }

        var read = ItemChecks.Read(new ItemInput(), item, context, incomplete: false);
        return read.Content is null || read.Entry is null
            ? ItemChecks.Refuse(read.Errors)
            : Submit(item, item.Status, read.Entry, new ItemInput(), context);
    }

    /// <summary>修改后再次公开 (S15): a new version of a published item, submitted at once; the public keeps seeing the old one meanwhile.</summary>
    public static Decision<ItemChange> Revise(Item item, ItemInput input, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        if ((NotOwnOffice(item.Office, context) ?? ItemSteps.Check(item.Status, ItemStep.Revise)) is { } refused)
        {
            return refused;
        }

        if (ItemChecks.NullIfBlank(input.ChangeNote) is null)
        {
            return Refusal.Field("changeNote", "请写明修改说明。");
        }

        if (input.Entry is not null && !string.Equals(input.Entry, item.Entry, StringComparison.Ordinal))
        {
            return Refusal.Field("entry", "修改时不能更换公开事项。");
        }

        var read = ItemChecks.Read(input, RevisionFields.Fresh(item), context, incomplete: false);
        if (read.Content is null || read.Entry is null)
        {
            return ItemChecks.Refuse(read.Errors);
        }

        var revised = Rewritten(item, read, context) with { Version = item.Version + 1, PrivacyRequest = ItemChecks.NullIfBlank(input.PrivacyRequest) };
        return Submit(revised, ItemStatus.Published, read.Entry, input, context, "revised");
    }

    private static Decision<ItemChange> Submit(Item item, ItemStatus? from, CatalogueEntry entry, ItemInput input, CommandContext context, string kind = "submitted")
    {
        if (!item.Responsibility.IsComplete)
        {
            return new Refusal(RefusalKind.Invalid, "responsibility-incomplete", "该站所的分管领导、负责人、经办人没有登记齐全，不能申报。");
        }

        if (item.Releases.Count > 0 && item.Content.ChangeNote is null)
        {
            return Refusal.Field("changeNote", "请写明修改说明。");
        }

        var asked = item with { PrivacyOverride = null };
        if (PrivacyGate.CheckSubmitted(asked, context) is { } personal)
        {
            return personal;
        }

        if (ItemProofreading.Check(item.Content, context) is { } misspelt)
        {
            return misspelt;
        }

        var (exemption, kept) = MustRules.Check(
            entry,
            context.Catalogue.Version,
            item.Musts,
            item.Audience,
            ItemChecks.NullIfBlank(input.ExemptionArticle),
            ItemChecks.NullIfBlank(input.ExemptionReason),
            item.Exemption,
            context.By);
        if (kept is not null)
        {
            return kept;
        }

        var submitted = PrivacyGate.Cleared(asked, [], context) with
        {
            Status = ItemStatus.Submitted,
            SubmittedBy = context.By.Account,
            SubmittedAt = context.Now,
            Exemption = exemption,
            Review = null,
            Consultation = null,
            Approval = null,
            PublishOn = null,
        };
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["version"] = Invariant.Of(item.Version) };
        if (item.Content.BecauseOf.Count > 0)
        {
            details["becauseOf"] = string.Join(',', item.Content.BecauseOf);
        }

        if (item.Content.IsCorrection)
        {
            details["correction"] = "true";
        }

        if (item.Content.Clarifies is { } clarified)
        {
            details["clarifies"] = clarified;
        }

        if (item.PrivacyRequest is { } request)
        {
            details["privacyRequest"] = request;
        }

        return Recorded(submitted, kind, from, item.Content.ChangeNote ?? "申报", context, details);
    }

    private static Item Rewritten(Item item, CheckedInput read, CommandContext context) => item with
    {
        Entry = read.Entry!.Code,
        Category = read.Entry.CategoryCode,
        StatisticClass = StatisticClassOf(read.Entry, item.NilReturn),
        Regime = read.Entry.Regime,
        MaskProfile = read.Entry.MaskProfile,
        ApprovalPath = read.Entry.Approval,
        Channels = read.Entry.Channels,
        Content = read.Content!,
        Musts = read.Musts,
        Audience = read.Audience,
        CatalogueVersion = context.Catalogue.Version,
        Deadlines = Dates.Of(read.Entry, read.Content!, context),
    };

    private static ItemChange Recorded(Item item, string kind, ItemStatus? from, string reason, CommandContext context, IReadOnlyDictionary<string, string>? details = null) =>
        ItemChanges.Record(item, kind, from, reason, context, details);

    /// <summary>A nil return tells that there was nothing: it meets its duty and is no piece of information in the year's figures.</summary>
    private static string StatisticClassOf(CatalogueEntry entry, bool nilReturn) => nilReturn ? CatalogueWords.NotCounted : entry.StatisticClass;

    private static Office? OfficeOf(string? named, CommandContext context) =>
        context.Catalogue.Office(ItemChecks.NullIfBlank(named) ?? context.By.Office);

    private static Refusal? NotOwnOffice(string office, CommandContext context) =>
        context.By.Role == Role.Clerk && string.Equals(office, context.By.Office, StringComparison.Ordinal)
            ? null
            : new Refusal(RefusalKind.Forbidden, "not-own-office", "经办人只能办理本站所的信息。");
}
