using System.Security.Cryptography;
using System.Text;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Core.Publication;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.UseCases;

/// <summary>Files of a submission, stored, or the refusal. Null attachments: no file was sent.</summary>
public sealed record TakenFiles(IReadOnlyList<Attachment>? Attachments, Refusal? Refusal);

/// <summary>
/// Takes uploaded files: by kind, by their first bytes, text ones read for personal data; then stores them by content, before the
/// transaction that names them.
/// </summary>
public sealed class AttachmentIntake(IDocumentStore documents)
{
    public async Task<TakenFiles> TakeAsync(IReadOnlyList<PostedFile> files, CancellationToken cancellation)
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
                    null, Refusal.Field("attachments", $"附件“{file.Name}”的类型不接受，或内容与扩展名不符。可用：{AttachmentRules.Accepted}。", "attachment-kind"));
            }

            if (AttachmentRules.IsText(mediaType) && Read(file) is { } refused)
            {
                return new TakenFiles(null, refused);
            }

            checkedFiles.Add((file, mediaType));
        }

        var taken = new List<Attachment>();
        foreach (var (file, mediaType) in checkedFiles)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
            await documents.PutAsync(Containers.Attachments, hash, file.Bytes, mediaType, cancellation);
            taken.Add(new Attachment(file.Name, mediaType, file.Bytes.LongLength, hash));
        }

        return new TakenFiles(taken, null);
    }

    private static Refusal? Read(PostedFile file)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Bytes);
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Field("attachments", $"附件“{file.Name}”不是 UTF-8 编码，无法检查个人信息，请另存后再上传。", "invalid-encoding");
        }

        var findings = TextDetectors.Scan($"attachments.{file.Name}", text);
        return findings.Count == 0
            ? null
            : new Refusal(RefusalKind.Invalid, "personal-data", $"附件“{file.Name}”中发现{findings.Count}处个人信息，请删除或遮盖后再提交。") { Findings = [.. findings] };
    }
}
