namespace Lianxin.Core.Exports;

/// <summary>A value of a table row with its kind in storage.</summary>
/// <param name="Kind"><c>s</c> text, <c>i</c> 32 bits, <c>l</c> 64 bits, <c>d</c> double, <c>b</c> yes or no, <c>t</c> instant (ISO 8601), <c>g</c> id, <c>x</c> bytes in base64.</param>
public sealed record ExportedValue(string Kind, string Text);

/// <summary>A row of a table as it was exported; the service's own columns (time stamp, ETag) are left out.</summary>
public sealed record ExportedRow(string Partition, string Row, IReadOnlyDictionary<string, ExportedValue> Values);

/// <summary>A blob as it was exported; its bytes lie in a file named by their hash.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ExportedBlob(
    string Name, string MediaType, string? CacheControl, IReadOnlyDictionary<string, string> Metadata, long Length, string Sha256);

/// <summary>A message that waited on a queue, as it lay there.</summary>
public sealed record ExportedMessage(string Body);

/// <summary>A file of an export.</summary>
/// <param name="Name">Path below the folder, with slashes.</param>
/// <param name="Entries">Lines of a list; 1 for a blob's bytes.</param>
public sealed record ExportPart(string Name, string Sha256, long Bytes, int Entries);

/// <summary>What an export holds (decision record 27).</summary>
/// <param name="Format">1.</param>
/// <param name="MadeAt">Machine instant at which it was begun.</param>
/// <param name="Moving">Tables that did not stand still for two reads in a row; their rows may be some seconds apart.</param>
/// <param name="Anchors">Name of each agency's newest anchor, with its hash, to be compared with paper.</param>
public sealed record ExportManifest(
    int Format, DateTimeOffset MadeAt, IReadOnlyList<ExportPart> Parts, IReadOnlyList<string> Moving, IReadOnlyDictionary<string, string> Anchors);
