using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>What was read from an input, or every mistake in it.</summary>
internal sealed record CheckedInput(
    CatalogueEntry? Entry,
    ItemContent? Content,
    IReadOnlyList<Must> Musts,
    Audience Audience,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);

/// <summary>Checks the fields of a submission (S5 complete and specific, S24, S29).</summary>
internal static class ItemChecks
{
    /// <summary>Reads an input over what was there before.</summary>
    /// <param name="incomplete">True for a draft: what is missing is allowed, what is wrong is not.</param>
    public static CheckedInput Read(ItemInput input, Item? before, CommandContext context, bool incomplete)
    {
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        void Wrong(string field, string message) => errors.TryAdd(field, [message]);

        var entry = context.Catalogue.Entry(input.Entry ?? before?.Entry ?? "");
        if (entry is null)
        {
            Wrong("entry", string.IsNullOrWhiteSpace(input.Entry) ? "请选择公开事项。" : $"公开事项目录中没有“{Clip(input.Entry)}”。");
        }

        var title = (input.Title ?? before?.Content.Title ?? "").Trim();
        if (title.Length == 0 && !incomplete)
        {
            Wrong("title", "请填写标题。");
        }
        else if (title.Length > context.Limits.Title)
        {
            Wrong("title", $"标题不能超过{context.Limits.Title}字，现为{title.Length}字。");
        }
        else if (title.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            Wrong("title", "标题不能换行。");
        }

        var body = input.Body ?? before?.Content.Body ?? "";
        if (body.Length > context.Limits.Body)
        {
            Wrong("body", $"正文不能超过{context.Limits.Body}字，现为{body.Length}字。");
        }
        else if (string.IsNullOrWhiteSpace(body) && !incomplete)
        {
            Wrong("body", "请填写正文。");
        }

        var formedOn = ReadFormedOn(input, before, context, incomplete, Wrong);
        var period = ReadPeriod(input, before, entry, context, incomplete, Wrong);
        var village = input.Village is null ? before?.Content.Village : NullIfBlank(input.Village);
        if (village is not null && context.Catalogue.Office(village) is not { IsVillage: true })
        {
            Wrong("village", $"没有“{Clip(village)}”这个村。");
        }

        var elements = input.Elements ?? before?.Content.Elements ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (entry is not null && !(input.NilReturn || before?.NilReturn == true))
        {
            foreach (var (key, messages) in ElementRules.Check(entry, elements))
            {
                var missing = !elements.TryGetValue(key, out var value) || string.IsNullOrWhiteSpace(value);
                if (!(incomplete && missing))
                {
                    errors.TryAdd($"elements.{key}", messages);
                }
            }
        }

        var musts = ReadMusts(input, before, entry, Wrong);
        var audience = ReadAudience(input, before, entry, Wrong);
        var attachments = input.Attachments ?? before?.Content.Attachments ?? [];
        if (attachments.Count > context.Limits.Attachments)
        {
            Wrong("attachments", $"附件不能超过{context.Limits.Attachments}个。");
        }

        var revision = RevisionFields.Read(input, before, context, Wrong);
        var content = errors.Count > 0
            ? null
            : new ItemContent
            {
                Title = title,
                Body = body,
                FormedOn = formedOn ?? context.Today,
                Period = period,
                Village = village,
                Elements = elements,
                Attachments = attachments,
                ChangeNote = revision.ChangeNote,
                IsCorrection = revision.IsCorrection,
                BecauseOf = revision.BecauseOf,
                Clarifies = revision.Clarifies,
            };
        return new CheckedInput(entry, content, musts, audience, errors);
    }

    /// <summary>All mistakes of an input as one refusal.</summary>
    public static Refusal Refuse(IReadOnlyDictionary<string, IReadOnlyList<string>> errors)
    {
        var code = errors.ContainsKey("entry") ? "unknown-entry"
            : errors.Keys.All(k => k.StartsWith("elements.", StringComparison.Ordinal)) ? "invalid-elements"
            : "invalid-input";
        return new Refusal(RefusalKind.Invalid, code, $"有{errors.Count}处需要改正：{string.Join(' ', errors.Values.SelectMany(m => m).Take(5))}") { Errors = errors };
    }

    public static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? ReadFormedOn(ItemInput input, Item? before, CommandContext context, bool incomplete, Action<string, string> wrong)
    {
        if (input.FormedOn is null && before is not null)
        {
            return before.Content.FormedOn;
        }

        if (string.IsNullOrWhiteSpace(input.FormedOn))
        {
            if (!incomplete)
            {
                wrong("formedOn", "请填写成文日期。");
            }

            return null;
        }

        if (!DateOnly.TryParseExact(input.FormedOn.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            wrong("formedOn", $"“{Clip(input.FormedOn)}”不是一个存在的日期，请按 2026-03-28 的格式填写。");
            return null;
        }

        if (day > context.Today)
        {
            wrong("formedOn", "成文日期不能晚于今天。");
        }
        else if (day.Year < 1949)
        {
            wrong("formedOn", "成文日期过早，请核对年份。");
        }

        return day;
    }

    private static string? ReadPeriod(ItemInput input, Item? before, CatalogueEntry? entry, CommandContext context, bool incomplete, Action<string, string> wrong)
    {
        var text = input.Period is null ? before?.Content.Period : NullIfBlank(input.Period);
        if (entry is null)
        {
            return text;
        }

        if (text is null)
        {
            if (entry.IsPeriodic && !incomplete)
            {
                wrong("period", "该事项按期公开，请填写所属期间（如 2026-03、2026-Q1、2026）。");
            }

            return null;
        }

        if (!entry.IsPeriodic)
        {
            wrong("period", "该事项不按期公开，不填所属期间。");
            return null;
        }

        if (!Period.TryParse(text, out var period))
        {
            wrong("period", $"“{Clip(text)}”不是有效的期间。");
        }
        else if (!period.Fits(entry.Cadence))
        {
            wrong("period", $"期间“{text}”与该事项的公开周期不符。");
        }
        else if (period.First > context.Today)
        {
            wrong("period", $"期间“{text}”还没有开始。");
        }

        return text;
    }

    private static List<Must> ReadMusts(ItemInput input, Item? before, CatalogueEntry? entry, Action<string, string> wrong)
    {
        var musts = new List<Must>(entry?.Musts ?? []);
        foreach (var name in input.Musts ?? before?.Musts.Select(Names.Of).ToList() ?? [])
        {
            if (!Names.TryRead<Must>(name, out var must))
            {
                wrong("musts", $"“{Clip(name)}”不是四个必须之一。");
            }
            else if (!musts.Contains(must))
            {
                musts.Add(must);
            }
        }

        return musts;
    }

    private static Audience ReadAudience(ItemInput input, Item? before, CatalogueEntry? entry, Action<string, string> wrong)
    {
        var usual = before?.Audience ?? entry?.Audience ?? Audience.Public;
        if (NullIfBlank(input.Audience) is not { } text)
        {
            return usual;
        }

        if (!Names.TryRead<Audience>(text, out var audience))
        {
            wrong("audience", $"“{Clip(text)}”不是有效的公开范围。");
            return usual;
        }

        return audience;
    }

    /// <summary>Quotes at most a few words of what came in.</summary>
    internal static string Clip(string? text) => text is null ? "" : text.Length <= 30 ? text : text[..30] + "…";
}
