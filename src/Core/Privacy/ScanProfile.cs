namespace Lianxin.Core.Privacy;

/// <summary>
/// What a text of an entry may show, by its 脱敏方式 (catalogue, column <c>mask_profile</c>). Numbers of persons are stopped under every
/// profile; profiles differ in what an office may say of itself and in whether persons may be listed at all.
/// </summary>
/// <param name="OfficeContacts">办事机构的联系方式: addresses with a house number and e-mail are an office's own.</param>
/// <param name="ChildNames">Names in columns are those of pupils and children.</param>
/// <param name="TotalsOnly">只公布汇总数: persons are not listed by name.</param>
public sealed record ScanProfile(bool OfficeContacts = false, bool ChildNames = false, bool TotalsOnly = false)
{
    /// <summary>For texts that belong to no entry.</summary>
    public static ScanProfile Usual { get; } = new();

    /// <summary>The profile of an entry; names that are not known are read as the usual one.</summary>
    public static ScanProfile Of(string maskProfile) => maskProfile switch
    {
        "office-contact" => new ScanProfile(OfficeContacts: true),
        "minor-no-names" => new ScanProfile(ChildNames: true),
        "aggregate-only" => new ScanProfile(TotalsOnly: true),
        _ => Usual,
    };
}
