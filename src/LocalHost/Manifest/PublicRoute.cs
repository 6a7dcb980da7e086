using Microsoft.AspNetCore.Routing.Template;

namespace Lianxin.LocalHost.Manifest;

/// <summary>The address template of an HTTP function, prefix included; matched by the same code that the real host uses.</summary>
internal sealed class PublicRoute
{
    private readonly RouteTemplate _template;
    private readonly TemplateMatcher _matcher;

    private PublicRoute(string text, RouteTemplate template)
    {
        Text = text;
        _template = template;
        _matcher = new TemplateMatcher(template, []);
    }

    public string Text { get; }

    /// <summary>A template whose first part is not fixed could swallow the site or reach a trigger's own address.</summary>
    public bool StartsFixed => _template.GetSegment(0) is { IsSimple: true } first && first.Parts[0].IsLiteral;

    /// <exception cref="StartRefused">The template does not parse, or uses constraints, which this host does not know.</exception>
    public static PublicRoute Parse(string function, string prefix, string route)
    {
        var text = prefix.Length == 0 ? route : $"{prefix}/{route}";
        RouteTemplate template;
        try
        {
            template = TemplateParser.Parse(text);
        }
        catch (ArgumentException refused)
        {
            throw new StartRefused($"函数 {function} 的路由无效：{text}", $"function {function} has a bad route: {refused.Message}");
        }

        return template.Parameters.Any(parameter => parameter.InlineConstraints.Any())
            ? throw new StartRefused($"函数 {function} 的路由含约束，本机宿主不支持", $"function {function}: route constraints are not known here")
            : new PublicRoute(text, template);
    }

    public bool Matches(PathString path) => _matcher.TryMatch(path, []);

    /// <summary>Whether some path is matched by both. The real host then takes the first by name, not the more specific one.</summary>
    public bool Overlaps(PublicRoute other) => Overlap(_template.Segments, other._template.Segments, 0);

    private static bool Overlap(IList<TemplateSegment> left, IList<TemplateSegment> right, int at)
    {
        var mine = at < left.Count ? left[at] : null;
        var other = at < right.Count ? right[at] : null;
        if (mine is null || other is null)
        {
            return IsAbsentable(mine) && IsAbsentable(other);
        }

        return IsCatchAll(mine) || IsCatchAll(other) || (CanBeEqual(mine, other) && Overlap(left, right, at + 1));
    }

    private static bool IsAbsentable(TemplateSegment? segment) =>
        segment is null || (segment.IsSimple && (segment.Parts[0].IsOptional || segment.Parts[0].IsCatchAll));

    private static bool IsCatchAll(TemplateSegment segment) => segment.Parts.Any(part => part.IsCatchAll);

    private static bool CanBeEqual(TemplateSegment left, TemplateSegment right) =>
        !IsLiteral(left) || !IsLiteral(right)
        || string.Equals(left.Parts[0].Text, right.Parts[0].Text, StringComparison.OrdinalIgnoreCase);

    private static bool IsLiteral(TemplateSegment segment) => segment.IsSimple && segment.Parts[0].IsLiteral;
}
