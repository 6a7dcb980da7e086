using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases.Learning;

/// <summary>
/// Leads a new clerk through the first submission. The rules that decide are those of a real one; what they accept is noted, never committed.
/// </summary>
public sealed class Exercises(IDocumentStore documents, CommandContexts contexts, ReferenceData reference)
{
    /// <summary>An invented resident number of a region that does not exist (999999), for the stop to be met with.</summary>
    public const string InventedNumber = "999999199003070012";

    public async Task<Exercise> FindAsync(Actor by, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, NameOf(by), cancellation) is { } stored
            ? JsonSerializer.Deserialize(stored.Bytes, ExerciseJson.Default.Exercise) ?? new Exercise()
            : new Exercise();

    /// <summary>Begins with an entry that the person's office answers for; what there was before is gone.</summary>
    public async Task<Decision<Exercise>> ChooseAsync(Actor by, string? entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (reference.Catalogue.Entry(entry?.Trim() ?? "") is not { } found || reference.Catalogue.Office(by.Office) is not { } office || !found.AnsweredBy(office))
            return Refusal.Field("entry", "请选择本站所负责的公开事项。");
        return await KeptAsync(by, new Exercise(found.Code), cancellation);
    }

    /// <summary>The submission as the rules decide it. A refusal is the answer; that a person's number was stopped is remembered.</summary>
    public async Task<Decision<Exercise>> SubmitAsync(Actor by, ItemInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var exercise = await FindAsync(by, cancellation);
        if (exercise.Entry is null)
            return Refusal.Field("entry", "请先选择公开事项。");
        var context = contexts.For(by);
        var decision = Submission.Create(input with { Entry = exercise.Entry, Attachments = [] }, new NewItemIdentity("", context.Today.Year, ""), context, draft: false);
        if (!decision.Accepted)
        {
            if (decision.Refusal.Findings.Count > 0 && !exercise.MetStop)
                await KeptAsync(by, exercise with { MetStop = true }, cancellation);
            return decision.Refusal;
        }

        var item = decision.Value.After;
        return await KeptAsync(by, exercise with { Submitted = new ExerciseSubmission(item.Content.Title, context.Now, item.ApprovalPath, item.Deadlines) }, cancellation);
    }

    /// <summary>Nothing of it is left.</summary>
    public async Task<Decision<Exercise>> DropAsync(Actor by, CancellationToken cancellation)
    {
        await documents.DeleteAsync(Containers.Sealed, NameOf(by), cancellation);
        return new Exercise();
    }

    private async Task<Exercise> KeptAsync(Actor by, Exercise exercise, CancellationToken cancellation)
    {
        await documents.PutAsync(Containers.Sealed, NameOf(by), JsonSerializer.SerializeToUtf8Bytes(exercise, ExerciseJson.Default.Exercise), "application/json", cancellation);
        return exercise;
    }

    private static string NameOf(Actor by) => $"learning/{by.Agency}/{Uri.EscapeDataString(by.Account)}.json";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Exercise))]
internal sealed partial class ExerciseJson : JsonSerializerContext;
