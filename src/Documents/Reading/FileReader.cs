using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>
/// Reads a file for personal data wherever text can hide in it, in bounded time and memory. Whatever is in the file, it answers a
/// reading and throws nothing; what it cannot read to the end it refuses by a stable code.
/// </summary>
public sealed class FileReader(TimeProvider machine, ReadingLimits? limits = null)
{
    private readonly ReadingLimits limits = limits ?? new ReadingLimits();

    /// <param name="name">Its ending tells the kind.</param>
    public FileReading Read(string name, byte[] bytes, ScanProfile profile)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        var scan = new FileScan(new Budget(limits, machine), profile, new FindingLog(), "", 0);
        try
        {
            FileKinds.Read(name, bytes, scan);
        }
        catch (UnreadableFileException unreadable)
        {
            return FileReading.Refuse(unreadable.Code, unreadable.Message);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Readers of foreign formats throw whatever they like; its text may quote the file and is dropped.
            var failure = UnreadableFileException.Broken();
            return FileReading.Refuse(failure.Code, failure.Message);
        }

        var unseen = scan.Log.Unseen;
        return new FileReading(
            unseen.Count > 0 ? ReadingOutcome.NeedsEye : ReadingOutcome.Read,
            unseen.Count > 0 ? "file-needs-eye" : "",
            unseen.Count > 0 ? $"{string.Join('、', unseen)}无法由机器识读，须由审核人查看后确认。" : "",
            scan.Log.Findings,
            scan.Log.Count,
            TextDetectors.Version);
    }
}
