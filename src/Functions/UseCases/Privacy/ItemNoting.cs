using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Core.Proofreading;

namespace Lianxin.Functions.UseCases.Privacy;

/// <summary>What staff is told beside an item: 校对, and personal data that warns or was left to the reviewer.</summary>
/// <param name="Personal">Hard ones too, where an exception was asked for; excerpts are masked.</param>
public sealed record ItemNotes(IReadOnlyList<ProofreadingFinding> Proofreading, IReadOnlyList<PersonalDataFinding> Personal);

/// <summary>Looks an item over for whoever works on it.</summary>
public sealed class ItemNoting(Proofreader proofreader, FileReadings readings, OlderLists older)
{
    /// <summary>More warnings than this say nothing more.</summary>
    private const int MostWarnings = 50;

    /// <summary>校对 of what was typed.</summary>
    public IReadOnlyList<ProofreadingFinding> Proofread(ItemContent content) => ItemProofreading.Findings(content, proofreader);

    public IReadOnlyList<ProofreadingFinding> Proofread(string place, string text) => proofreader.Read(place, text);

    /// <summary>Everything beside the working version of an item.</summary>
    public async Task<ItemNotes> OfAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var files = await readings.OfAsync(item.Content.Attachments, item.MaskProfile, cancellation);
        var personal = PrivacyGate.Findings(item.Content, item.MaskProfile, files).OrderBy(f => f.Severity).Take(MostWarnings);
        return new ItemNotes(Proofread(item.Content), [.. personal, .. await older.WarningsAsync(item, cancellation)]);
    }
}
