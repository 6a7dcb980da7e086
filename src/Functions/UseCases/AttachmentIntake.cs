using System.Security.Cryptography;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Core.Publication;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.UseCases;

/// <summary>Files of a submission, stored, or the refusal. Null attachments: no file was sent.</summary>
public sealed record TakenFiles(IReadOnlyList<Attachment>? Attachments, Refusal? Refusal);

/// <summary>
/// Takes uploaded files: by kind, by their first bytes, each read for personal data (S44); then stores them by content, before the
/// transaction that names them.
/// </summary>
public sealed class AttachmentIntake(IDocumentStore documents, FileReadings readings, PublicCopies copies, ReferenceData reference)
{
    /// <param name="entry">Code of the entry that they are sent for, whose profile they are read by; null where the call names none.</param>
    /// <param name="exceptionAsked">What is found is left to the reviewer, who has been asked for an exception.</param>
    /// <param name="mask">A masked copy takes the place of a file in which something is found, and the original is sealed.</param>
    public async Task<TakenFiles> TakeAsync(IReadOnlyList<PostedFile> files, string? entry, bool exceptionAsked, CancellationToken cancellation, bool mask = false)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0)
        {
            return new TakenFiles(null, null);
        }

        var checkedFiles = new List<(PostedFile File, string MediaType)>();
        foreach (var file in files)
        {
            if (file.Name.Length is 0 or > 120)
            {
                return new TakenFiles(null, Refusal.Field("attachments", "附件须有文件名，且不超过120字。"));
            }

            // A name is shown to every reader, whatever is in the file.
            if (TextDetectors.Scan("attachments", file.Name) is { Count: > 0 } named)
            {
                return new TakenFiles(null, new Refusal(RefusalKind.Invalid, "personal-data", "附件的文件名中有个人信息，请改名后再提交。") { Findings = [.. named] });
            }

            if (AttachmentRules.MediaTypeOf(file.Name, file.Bytes) is not { } mediaType)
            {
                return new TakenFiles(
                    null, AttachmentRules.IsOldOffice(file.Name, file.Bytes)
                    ? Refusal.Field("attachments", $"附件“{file.Name}”是旧版、含宏或加密的 Office 文件，请另存为不含宏、不加密的 .docx 或 .xlsx 后再上传。", "file-old-format")
                    : Refusal.Field("attachments", $"附件“{file.Name}”的类型不接受，或内容与扩展名不符。可用：{AttachmentRules.Accepted}。", "attachment-kind"));
            }

            checkedFiles.Add((file, mediaType));
        }

        var profile = entry is null ? "none" : reference.Catalogue.Entry(entry)?.MaskProfile ?? "none";
        var taken = new List<Attachment>();
        foreach (var (file, mediaType) in checkedFiles)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
            var reading = await readings.ReadAsync(file.Name, hash, file.Bytes, profile, cancellation);
            if (mask && PublicCopies.Needs(new Attachment(file.Name, mediaType, 0, hash), reading, copies.MasksNames(entry)))
            {
                var copy = await copies.MakeAsync(file.Name, mediaType, file.Bytes, hash, profile, copies.MasksNames(entry), cancellation);
                if (!copy.Accepted)
                {
                    return new TakenFiles(null, copy.Refusal);
                }

                taken.Add(copy.Value);
                continue;
            }

            if (Refused(file, reading, exceptionAsked) is { } refused)
            {
                return new TakenFiles(null, refused);
            }

            await documents.PutAsync(Containers.Attachments, hash, file.Bytes, mediaType, cancellation);
            taken.Add(new Attachment(file.Name, mediaType, file.Bytes.LongLength, hash));
        }

        return new TakenFiles(taken, null);
    }

    private static Refusal? Refused(PostedFile file, FileReading reading, bool exceptionAsked)
    {
        if (reading.Outcome == ReadingOutcome.Refused)
        {
            return Refusal.Field("attachments", $"附件“{file.Name}”：{reading.Detail}", reading.Code);
        }

        var hard = PrivacyGate.InFile(file.Name, reading).Where(f => f.Severity == PrivacySeverity.Hard).ToList();
        return hard.Count == 0 || exceptionAsked
            ? null
            : new Refusal(RefusalKind.Invalid, "personal-data", $"附件“{file.Name}”中发现{hard.Count}处个人信息，请删除或遮盖后再提交。") { Findings = hard };
    }
}
