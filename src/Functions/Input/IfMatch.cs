using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Functions.Input;

/// <summary>
/// What the caller has seen: a list of tags, or anything at all (<c>*</c>). A weak tag matches nothing, because a change needs the
/// strong comparison (RFC 9110, 13.1.1).
/// </summary>
public sealed class IfMatch
{
    private readonly IList<EntityTagHeaderValue> tags;

    private IfMatch(IList<EntityTagHeaderValue> tags) => this.tags = tags;

    /// <summary>Reads a header's value or a form's hidden field; null when it is neither <c>*</c> nor a list of tags.</summary>
    public static IfMatch? Parse(StringValues text)
    {
        // A form written by hand may carry the bare revision.
        var quoted = text.Count == 1 && long.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new StringValues(ETags.Of(revision))
            : text;
        return EntityTagHeaderValue.TryParseStrictList(quoted, out var tags) && tags.Count > 0 ? new IfMatch(tags) : null;
    }

    public bool Matches(long revision)
    {
        var present = new EntityTagHeaderValue(ETags.Of(revision));
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(present, useStrongComparison: true));
    }
}
