using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>
/// 四个必须 (S4): an item that any of the four musts touches may be kept from the public only with a recorded exemption and its article.
/// Where the catalogue itself closes an entry, the catalogue's basis is that record.
/// </summary>
internal static class MustRules
{
    /// <summary>How far an audience is kept from the public: 0 open to all, 3 never open.</summary>
    private static int Closedness(Audience audience) => audience switch
    {
        Audience.Public => 0,
        Audience.Village => 1,
        Audience.PartyFirst => 2,
        Audience.PartyOnly => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>The exemption to record, or null when none is needed; a refusal when one is needed and was not given.</summary>
    public static (Exemption? Exemption, Refusal? Refusal) Check(
        CatalogueEntry entry,
        string catalogueVersion,
        IReadOnlyList<Must> musts,
        Audience audience,
        string? article,
        string? reason,
        Exemption? before,
        Actor by)
    {
        var given = article is not null && reason is not null ? new Exemption(article, reason, by.Account) : before;
        var beyondCatalogue = Closedness(audience) > Closedness(entry.Audience) || musts.Any(m => !entry.Musts.Contains(m));
        if (Closedness(audience) < 2 || musts.Count == 0)
        {
            return (given, null);
        }

        if (!beyondCatalogue)
        {
            return (given ?? new Exemption(entry.Basis, $"公开事项目录 {catalogueVersion} 规定的公开范围", "catalogue"), null);
        }

        return given is not null
            ? (given, null)
            : (null, Refused());
    }

    /// <summary>Not publishing at all needs the same record.</summary>
    public static Refusal? CheckRejection(Item item, string? article, string? reason) =>
        item.Musts.Count > 0 && (article is null || reason is null) ? Refused() : null;

    private static Refusal Refused() =>
        new(RefusalKind.Invalid, "must-be-public", "该信息属于“四个必须”公开的内容；不公开或缩小公开范围，须写明豁免依据的条款和理由。")
        {
            Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["exemptionArticle"] = ["请填写豁免依据的条款。"],
                ["exemptionReason"] = ["请填写豁免理由。"],
            },
        };
}
