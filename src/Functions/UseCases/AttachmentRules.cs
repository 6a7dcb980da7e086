using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>Which files are taken, and which may be shown to the public.</summary>
public static class AttachmentRules
{
    private static readonly Dictionary<string, (string MediaType, byte[][] Signatures)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = ("text/plain", []),
        [".csv"] = ("text/csv", []),
        [".pdf"] = ("application/pdf", ["%PDF-"u8.ToArray()]),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["PK\u0003\u0004"u8.ToArray()]),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["PK\u0003\u0004"u8.ToArray()]),
        [".ofd"] = ("application/ofd", ["PK\u0003\u0004"u8.ToArray()]),
        [".zip"] = ("application/zip", ["PK\u0003\u0004"u8.ToArray()]),
        [".jpg"] = ("image/jpeg", [[0xFF, 0xD8, 0xFF]]),
        [".png"] = ("image/png", [[0x89, 0x50, 0x4E, 0x47]]),
    };

    /// <summary>Endings that are accepted, for messages.</summary>
    public static string Accepted => string.Join('、', Kinds.Keys);

    /// <summary>The media type of a file by its ending, if its first bytes agree; null when it is not taken.</summary>
    public static string? MediaTypeOf(string name, ReadOnlySpan<byte> bytes)
    {
        if (!Kinds.TryGetValue(Path.GetExtension(name), out var kind))
        {
            return null;
        }

        foreach (var signature in kind.Signatures)
        {
            if (!bytes.StartsWith(signature))
            {
                return null;
            }
        }

        return kind.MediaType;
    }

    /// <summary>
    /// Closed by default: only text (which was read when it came in), what was read to its end and is clean, what the reviewer has looked
    /// at, and what the reviewer let pass may leave the house.
    /// </summary>
    public static bool MayLeave(Attachment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsText(file.MediaType) || file.Clearance != FileClearance.Unread;
    }

    /// <summary>The item as it may be shown: in every version the public copy, with only the files that may leave (README, Limits).</summary>
    public static Item PublicOnly(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var replaced = Replaced(item);
        return item with { Releases = [.. item.Releases.Select(r => r with { Content = Open(PublicCopy.Of(item, r), replaced) })] };
    }

    /// <summary>Hashes of files in whose place a released version puts a masked copy: they leave the house in no version any more.</summary>
    public static IReadOnlySet<string> Replaced(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Releases.SelectMany(r => r.Content.Attachments).Select(a => a.SealedOriginal).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static ItemContent Open(ItemContent content, IReadOnlySet<string> replaced) =>
        content with { Attachments = [.. content.Attachments.Where(a => MayLeave(a) && !replaced.Contains(a.Sha256))] };

    /// <summary>Kinds of Office that are refused by name: old ones, ones with macros, and the container of encrypted ones.</summary>
    public static bool IsOldOffice(string name, ReadOnlySpan<byte> bytes) =>
        Path.GetExtension(name).ToLowerInvariant() is ".doc" or ".xls" or ".ppt" or ".docm" or ".xlsm" or ".xlsb"
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    public static bool IsText(string mediaType) => mediaType is "text/plain" or "text/csv";
}
