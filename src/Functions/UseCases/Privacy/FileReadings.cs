using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Core.Publication;
using Lianxin.Documents.Reading;

namespace Lianxin.Functions.UseCases.Privacy;

/// <summary>What was found in files, kept by content, kind, profile and version of the detectors: a file is read once, and again when the detectors know more.</summary>
public sealed class FileReadings(IDocumentStore documents, FileReader reader)
{
    /// <summary>The reading of a file whose bytes are at hand.</summary>
    public async Task<FileReading> ReadAsync(string name, string hash, byte[] bytes, string maskProfile, CancellationToken cancellation)
    {
        var path = PathOf(name, hash, maskProfile);
        if (await FindAsync(path, cancellation) is { } known)
        {
            return known;
        }

        // Reading takes up to half a minute of a processor: not on the thread that serves others.
        var reading = await Task.Run(() => reader.Read(name, bytes, ScanProfile.Of(maskProfile)), cancellation);
        await documents.PutAsync(
            Containers.Sealed, path, JsonSerializer.SerializeToUtf8Bytes(reading, ReadingJson.Default.FileReading), "application/json", cancellation);
        return reading;
    }

    /// <summary>The readings of stored files by the hash of their bytes; a file whose bytes are gone has none and stays in the house.</summary>
    public async Task<IReadOnlyDictionary<string, FileReading>> OfAsync(IEnumerable<Attachment> files, string maskProfile, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        var readings = new Dictionary<string, FileReading>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (readings.ContainsKey(file.Sha256))
            {
                continue;
            }

            if (await FindAsync(PathOf(file.Name, file.Sha256, maskProfile), cancellation) is { } known)
            {
                readings[file.Sha256] = known;
            }
            else if (await documents.FindAsync(Containers.Attachments, file.Sha256, cancellation) is { } stored)
            {
                readings[file.Sha256] = await ReadAsync(file.Name, file.Sha256, stored.Bytes, maskProfile, cancellation);
            }
        }

        return readings;
    }

    private async Task<FileReading?> FindAsync(string path, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, path, cancellation) is { } stored ? JsonSerializer.Deserialize(stored.Bytes, ReadingJson.Default.FileReading) : null;

    private static string PathOf(string name, string hash, string maskProfile)
    {
        var profile = ScanProfile.Of(maskProfile);
        var kind = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        var key = $"{(profile.OfficeContacts ? "o" : "")}{(profile.ChildNames ? "c" : "")}{(profile.TotalsOnly ? "t" : "")}";
        return $"readings/v{TextDetectors.Version}/{hash}-{kind}-{(key.Length > 0 ? key : "u")}.json";
    }
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileReading))]
[JsonSerializable(typeof(SweepState))]
internal sealed partial class ReadingJson : JsonSerializerContext;
