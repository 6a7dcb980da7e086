using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Whose a failed message is.</summary>
public sealed class SubjectAgencyTests
{
    [Theory]
    [InlineData("binhe", "binhe")]
    [InlineData("binhe-2026-01abc", "binhe")]
    [InlineData("binhe/0123", "binhe")]
    [InlineData("binhe-2026-01abc/other", "binhe")]
    [InlineData("binhe-east-2026-01abc", "binhe-east")]
    [InlineData("binheland-2026-01abc", "ligang")]
    [InlineData("", "ligang")]
    [InlineData(null, "ligang")]
    public void A_subject_names_its_agency_and_what_names_none_is_the_first_one_s(string? subject, string agency) =>
        SubjectAgency.Of(subject, ["ligang", "binhe", "binhe-east"]).ShouldBe(agency);
}
