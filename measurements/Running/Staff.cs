using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Bench.Running;

/// <summary>One account of the demo township.</summary>
internal sealed record Person(string Account, string Password, string Role, string Office, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Person>))]
internal sealed partial class StaffJson : JsonSerializerContext;

/// <summary>The people who take the steps that are measured, in a folder that handler and single-machine host read alike.</summary>
internal sealed class Staff : IDisposable
{
    public static readonly Person Clerk = New("clerk", "caizheng");
    public static readonly Person Reviewer = New("reviewer", "dangzheng");
    public static readonly Person FirstLeader = New("leader", "dangzheng", "-1");
    public static readonly Person SecondLeader = New("leader", "dangzheng", "-2");
    public static readonly Person Chair = New("chair", "dangzheng");

    private static readonly IReadOnlyList<Person> All = [Clerk, Reviewer, FirstLeader, SecondLeader, Chair];

    public Staff() => System.IO.File.WriteAllText(File, JsonSerializer.Serialize(All, StaffJson.Default.IReadOnlyListPerson));

    public string Folder { get; } = Directory.CreateTempSubdirectory("lianxin-bench-").FullName;

    public string File => Path.Combine(Folder, "demo-staff.json");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Person New(string role, string office, string suffix = "") =>
        new(role + suffix, $"measured-{role}{suffix}-{Guid.NewGuid():N}", role, office, $"测量用{role}{suffix}");
}
