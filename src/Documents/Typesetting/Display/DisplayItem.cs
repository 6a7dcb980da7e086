using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Display;

/// <summary>Something painted. Points, origin at the page's top left corner, y downwards.</summary>
/// <param name="Node">The element it belongs to; null makes it an artifact.</param>
internal abstract record DisplayItem(StructureNode? Node, ArtifactKind Artifact);

/// <summary>One line of glyphs of one size; faces may change inside it.</summary>
internal sealed record GlyphRun(IReadOnlyList<PlacedGlyph> Glyphs, double X, double Baseline, double Size, Colour Colour, StructureNode? Node, ArtifactKind Artifact)
    : DisplayItem(Node, Artifact);

internal sealed record FilledBox(Box Box, Colour Colour, StructureNode? Node, ArtifactKind Artifact)
    : DisplayItem(Node, Artifact);

internal sealed record Rule(double X1, double Y1, double X2, double Y2, double Thickness, Colour Colour, StructureNode? Node, ArtifactKind Artifact)
    : DisplayItem(Node, Artifact);
