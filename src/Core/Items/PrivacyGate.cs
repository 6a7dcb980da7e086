using Lianxin.Core.Privacy;

namespace Lianxin.Core.Items;

/// <summary>
/// The gate for personal data (S44, privacy-and-quality §4.6): at submission, at review and at approval everything a reader would get to
/// see is read, text and files. A hard finding stops the step.
/// </summary>
public static class PrivacyGate
{
    /// <summary>Files are named to readers by this place and their name.</summary>
    public const string Files = "attachments";

    /// <summary>Everything found in an item's text and files under its entry's profile, warnings too.</summary>
    /// <param name="readings">What was found in files, by the hash of their bytes; a file that is not among them stays in the house.</param>
    public static IReadOnlyList<PersonalDataFinding> Findings(ItemContent content, string maskProfile, IReadOnlyDictionary<string, FileReading> readings)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(readings);
        var profile = ScanProfile.Of(maskProfile);
        var findings = new List<PersonalDataFinding>();
        findings.AddRange(TextDetectors.Scan("title", content.Title, profile));
        findings.AddRange(TextDetectors.Scan("body", content.Body, profile));
        findings.AddRange(TextDetectors.Scan("changeNote", content.ChangeNote ?? "", profile));
        foreach (var (key, value) in content.Elements.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            findings.AddRange(TextDetectors.Scan($"elements.{key}", value, profile));
        }

        foreach (var file in content.Attachments)
        {
            findings.AddRange(TextDetectors.Scan(Files, file.Name, profile));
            if (readings.TryGetValue(file.Sha256, out var reading))
            {
                findings.AddRange(InFile(file.Name, reading));
            }
        }

        return findings;
    }

    /// <summary>The findings of a file, with its name in their places.</summary>
    public static IEnumerable<PersonalDataFinding> InFile(string name, FileReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Findings.Select(f => f with { Place = $"{Files}.{name} {f.Place}".TrimEnd() });
    }

    /// <summary>Those that stop a step.</summary>
    public static IReadOnlyList<PersonalDataFinding> Hard(ItemContent content, string maskProfile, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. Findings(content, maskProfile, context.Readings).Where(f => f.Severity == PrivacySeverity.Hard)];
    }

    /// <summary>The refusal of what may not go on, or null; what the reviewer let pass is let pass, but nothing that was found since.</summary>
    public static Refusal? Check(Item item, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        var hard = Hard(item.Content, item.MaskProfile, context);
        return hard.Count == 0 || hard.Count <= item.PrivacyOverride?.Count ? null : Refuse(hard);
    }

    /// <summary>At submission a clerk may ask for an exception; whether there is one, the reviewer decides.</summary>
    public static Refusal? CheckSubmitted(Item item, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.PrivacyRequest is not { } request)
        {
            return Check(item, context);
        }

        if (request.Length > context.Limits.Comment)
        {
            return Refusal.Field("privacyRequest", $"申请例外的理由不能超过{context.Limits.Comment}字。");
        }

        var said = TextDetectors.Scan("privacyRequest", request);
        return said.Count > 0 ? Refuse(said) : null;
    }

    /// <summary>The item as the reviewer lets it pass: with the exception recorded, and each file marked with why it may leave the house.</summary>
    public static Decision<Item> Pass(Item item, PrivacyOverrideInput? exception, IReadOnlyList<string> checkedFiles, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(checkedFiles);
        ArgumentNullException.ThrowIfNull(context);
        if (checkedFiles.FirstOrDefault(c => !item.Content.Attachments.Any(a => string.Equals(a.Name, c, StringComparison.Ordinal))) is { } unknown)
        {
            return Refusal.Field("checkedFiles", $"没有名为“{ItemChecks.Clip(unknown)}”的附件。");
        }

        var hard = Hard(item.Content, item.MaskProfile, context);
        if (hard.Count == 0)
        {
            return Cleared(item, checkedFiles, context);
        }

        if (exception is null)
        {
            return Refuse(hard);
        }

        if (Wrong(exception, context) is { } wrong)
        {
            return wrong;
        }

        var kinds = KindsOf(hard);
        var passed = item with
        {
            PrivacyOverride = new PrivacyOverride(context.By.Account, context.Now, exception.Reason!.Trim(), exception.Article!.Trim(), kinds, hard.Count),
        };
        return Cleared(passed, checkedFiles, context);
    }

    /// <summary>
    /// 例外公开 of what is public already and was found by night: the reviewer lets it stand with reason and article. Only the version that
    /// is out, only by somebody who did not submit it, and only where something is found.
    /// </summary>
    public static Decision<ItemChange> Except(Item item, PrivacyOverrideInput exception, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(context);
        if ((RoleRules.Check(context, Access.Role.Reviewer) ?? RoleRules.NotOwn(item, context)) is { } refused)
        {
            return refused;
        }

        if (item.Status != ItemStatus.Published)
        {
            return new Refusal(RefusalKind.IllegalStep, "illegal-step", "只有正在公开的信息可以记录例外。");
        }

        if (Wrong(exception, context) is { } wrong)
        {
            return wrong;
        }

        var hard = Hard(item.Content, item.MaskProfile, context);
        if (hard.Count == 0)
        {
            return new Refusal(RefusalKind.IllegalStep, "nothing-found", "这条信息中没有检查出个人信息，不需要记录例外。");
        }

        var kinds = KindsOf(hard);
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["privacyOverride"] = exception.Reason!.Trim(),
            ["privacyArticle"] = exception.Article!.Trim(),
            ["privacyKinds"] = string.Join(',', kinds),
        };
        var passed = item with { PrivacyOverride = new PrivacyOverride(context.By.Account, context.Now, exception.Reason!.Trim(), exception.Article!.Trim(), kinds, hard.Count) };
        return ItemChanges.Record(passed, "privacy-overridden", item.Status, exception.Reason!.Trim(), context, details);
    }

    /// <summary>Marks the files that were read and are clean; what was ticked or let pass stays so.</summary>
    public static Item Cleared(Item item, IReadOnlyList<string> checkedFiles, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item with
        {
            Content = item.Content with { Attachments = [.. item.Content.Attachments.Select(a => a with { Clearance = ClearanceOf(a) })] },
        };

        FileClearance ClearanceOf(Attachment file)
        {
            if (!context.Readings.TryGetValue(file.Sha256, out var reading))
            {
                return file.Clearance;
            }

            return reading switch
            {
                { IsClean: true } => FileClearance.Clean,
                { Outcome: ReadingOutcome.NeedsEye } when checkedFiles.Contains(file.Name, StringComparer.Ordinal) => FileClearance.Ticked,
                { Outcome: ReadingOutcome.Read } when item.PrivacyOverride is not null => FileClearance.Overridden,
                _ => FileClearance.Unread,
            };
        }
    }

    /// <summary>The refusal that names what was found, masked.</summary>
    public static Refusal Refuse(IReadOnlyList<PersonalDataFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var places = findings.Any(f => f.Place.StartsWith(Files, StringComparison.Ordinal)) ? "内容或附件" : "内容";
        return new Refusal(RefusalKind.Invalid, "personal-data", $"{places}中发现{findings.Count}处个人信息，请删除或遮盖后再提交。")
        {
            Findings = [.. findings.Take(FileReading.MostFindings)],
        };
    }

    private static List<string> KindsOf(IReadOnlyList<PersonalDataFinding> hard) =>
        [.. hard.Select(f => f.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Refusal? Wrong(PrivacyOverrideInput exception, CommandContext context)
    {
        if (ItemChecks.NullIfBlank(exception.Reason) is not { } reason || reason.Length > context.Limits.Comment)
        {
            return Refusal.Field("privacyOverride.reason", $"请写明必须公开个人信息的理由，不超过{context.Limits.Comment}字。");
        }

        if (ItemChecks.NullIfBlank(exception.Article) is not { Length: <= 200 } article)
        {
            return Refusal.Field("privacyOverride.article", "请写明所依据的法律条文，不超过200字。");
        }

        var said = TextDetectors.Scan("privacyOverride.reason", reason).Concat(TextDetectors.Scan("privacyOverride.article", article)).ToList();
        return said.Count > 0 ? Refuse(said) : null;
    }
}
