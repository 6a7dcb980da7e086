using System.Security.Cryptography;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Core.Publication;
using Lianxin.Documents.Reading;

namespace Lianxin.Functions.UseCases.Privacy;

/// <summary>
/// 公开副本: puts a masked copy in the place of a file that may not leave the house; the original goes into the sealed container, named by
/// its content (privacy-and-quality §4.6: only the masked copy enters the public store).
/// </summary>
public sealed class PublicCopies(IDocumentStore documents, FileReadings readings, PublicFileCopy copies, ReferenceData reference)
{
    /// <summary>Name of a sealed original in its container.</summary>
    public static string OriginalOf(string hash) => $"originals/{hash}";

    /// <summary>Whether the public copy of an entry's lists masks names.</summary>
    public bool MasksNames(string? entry) =>
        entry is not null && reference.Catalogue.Entry(entry) is { } found && PublicCopy.IsMasked(found.Audience, found.MaskProfile);

    /// <summary>The attachment that stands for the copy, or why there is none. The original is sealed before the copy can be seen.</summary>
    public async Task<Decision<Attachment>> MakeAsync(string name, string mediaType, byte[] original, string hash, string maskProfile, bool maskNames, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(original);
        var made = await Task.Run(() => copies.Make(name, original, ScanProfile.Of(maskProfile), maskNames), cancellation);
        if (made.Bytes is not { } bytes)
        {
            return Refusal.Field("attachments", $"附件“{name}”：{made.Detail}", made.Code);
        }

        var copyHash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await documents.PutAsync(Containers.Sealed, OriginalOf(hash), original, mediaType, cancellation);
        await readings.ReadAsync(name, copyHash, bytes, maskProfile, cancellation);
        await documents.PutAsync(Containers.Attachments, copyHash, bytes, mediaType, cancellation);
        return new Attachment(name, mediaType, bytes.LongLength, copyHash) { SealedOriginal = hash, NamesMasked = maskNames };
    }

    /// <summary>An item's files, copies in the place of those that may not leave the house; a refusal where nothing needs one or one cannot be made.</summary>
    public async Task<Decision<IReadOnlyList<Attachment>>> OfAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var maskNames = PublicCopy.IsMasked(item.Audience, item.MaskProfile);
        var known = await readings.OfAsync(item.Content.Attachments, item.MaskProfile, cancellation);
        var files = new List<Attachment>();
        var made = 0;
        foreach (var file in item.Content.Attachments)
        {
            if (!Needs(file, known.GetValueOrDefault(file.Sha256), maskNames) || await documents.FindAsync(Containers.Attachments, file.Sha256, cancellation) is not { } stored)
            {
                files.Add(file);
                continue;
            }

            var copy = await MakeAsync(file.Name, file.MediaType, stored.Bytes, file.Sha256, item.MaskProfile, maskNames, cancellation);
            if (!copy.Accepted)
            {
                return copy.Refusal;
            }

            files.Add(copy.Value);
            made++;
        }

        return made > 0 ? files : Refusal.Field("attachments", "没有需要制作公开副本的附件。", "nothing-to-mask");
    }

    /// <summary>Whether <see cref="OfAsync"/> has anything to do.</summary>
    public async Task<bool> MayMaskAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Content.Attachments.Count == 0)
        {
            return false;
        }

        var known = await readings.OfAsync(item.Content.Attachments, item.MaskProfile, cancellation);
        var maskNames = PublicCopy.IsMasked(item.Audience, item.MaskProfile);
        return item.Content.Attachments.Any(a => PublicFileCopy.IsKind(a.Name) && Needs(a, known.GetValueOrDefault(a.Sha256), maskNames));
    }

    /// <summary>A file in which something hard is found, or one with names where the public copy masks them.</summary>
    public static bool Needs(Attachment file, FileReading? reading, bool maskNames)
    {
        ArgumentNullException.ThrowIfNull(file);
        return reading is { Outcome: ReadingOutcome.Read, IsClean: false } || (maskNames && !file.NamesMasked && PublicFileCopy.IsKind(file.Name));
    }
}
