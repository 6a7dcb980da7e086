using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>Whose site it is and where it and the function app are reached.</summary>
/// <param name="AgencyName">Full name, for example <c>立岗镇人民政府</c>.</param>
/// <param name="PublicBaseUrl">Root of the static site; may carry a path.</param>
/// <param name="ApiBaseUrl">Root of the function app, without <c>/api</c>; the same origin or another one.</param>
public sealed record PortalSettings(string AgencyName, Uri PublicBaseUrl, Uri ApiBaseUrl, PortalContact Contact)
{
    /// <summary>What the pages are written in; the items' own words stay as they are.</summary>
    public PortalTexts Texts { get; init; } = PortalTexts.InChinese;
}

/// <summary>How to reach the office in charge of disclosure (条例 Art. 12: name, address, hours, telephone, e-mail). Lines without a value are left out.</summary>
public sealed record PortalContact(string Office, string? Address = null, string? Hours = null, string? Telephone = null, string? Email = null)
{
    public string? Postcode { get; init; }

    public string? Fax { get; init; }

    /// <summary>Who takes complaints about disclosure (条例 Art. 51), with how to reach them.</summary>
    public string? Supervisor { get; init; }
}
