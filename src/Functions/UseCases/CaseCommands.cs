using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.UseCases;

/// <summary>What became of a step of a case.</summary>
public sealed record CaseAnswer(LianxinCase? Case, Refusal? Refusal);

/// <summary>A receipt as its holder sees it: the own piece, the one that carries it on, and that one's case.</summary>
public sealed record Receipt(FeedbackPiece Piece, FeedbackPiece Carrier, LianxinCase? Case);

/// <summary>Carries the steps of a case through: load, let Core decide, commit; a lost race is loaded and decided again.</summary>
public sealed class CaseCommands(CaseBook cases, FeedbackBook feedback, CommandContexts contexts, CaseSettings settings)
{
    private const int Attempts = 8;

    public static Refusal Unknown { get; } = new(RefusalKind.Unknown, "unknown-case", "没有这件事项，或者您无权查看。");

    private static Refusal WrongCode { get; } = new(RefusalKind.Forbidden, "receipt-code-wrong", "回执码不正确，或者不是这件事项的回执码。");

    public CaseSettings Settings => settings;

    /// <summary>Opens the case of a registered piece, once; null when the piece is gone or has none. The queue's message leads here as well.</summary>
    public async Task OpenAsync(string feedbackId, CancellationToken cancellation)
    {
        var stored = await feedback.FindAsync(feedbackId, cancellation) ?? throw new InvalidOperationException($"There is no feedback {feedbackId}.");
        await OpenAsync(stored.Piece, cancellation);
    }

    public async Task OpenAsync(FeedbackPiece piece, CancellationToken cancellation)
    {
        // Lost to somebody who opened it: it is the same case to the letter.
        if (CaseOpening.From(piece) is { } opened && await cases.FindAsync(opened.Id, cancellation) is null)
        {
            await cases.CommitAsync(null, opened, cancellation);
        }
    }

    public Task<CaseAnswer> ProgressAsync(Actor by, string id, string? text, CancellationToken cancellation) =>
        StepAsync(by, id, (present, now) => CaseSteps.Progress(present, text, now), cancellation);

    public Task<CaseAnswer> ResolveAsync(Actor by, string id, ResolutionInput input, CancellationToken cancellation) =>
        StepAsync(by, id, (present, now) => CaseSteps.Resolve(present, input, now), cancellation);

    /// <param name="code">The receipt code, where the person confirms; null where staff do.</param>
    public async Task<CaseAnswer> ConfirmAsync(Actor by, string id, ConfirmationInput input, string? code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return code is not null && !await HoldsAsync(by.Agency, id, code, cancellation)
            ? new CaseAnswer(null, WrongCode)
            : await StepAsync(by, id, (present, now) => CaseClosings.Confirm(present, input, code is not null, settings, now), cancellation);
    }

    public async Task<CaseAnswer> ReopenAsync(Actor by, string id, string? reason, string? code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return await HoldsAsync(by.Agency, id, code, cancellation)
            ? await StepAsync(by, id, (present, now) => CaseClosings.Reopen(present, reason, settings, now with { By = Actor.Anyone(by.Agency) }), cancellation)
            : new CaseAnswer(null, WrongCode);
    }

    /// <summary>Puts the question 办好了吗, if it is due and was not put.</summary>
    public async Task AskAsync(Actor by, string id, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await cases.FindAsync(id, cancellation) is not { } stored || CaseClosings.Ask(stored.Case, contexts.For(by)) is not { } asked
                || await cases.CommitAsync(stored, asked, cancellation) is LedgerOutcome.Committed)
            {
                return;
            }
        }
    }

    /// <summary>What a code leads to; null for one that nobody was given.</summary>
    public async Task<Receipt?> ReceiptAsync(string agency, string? code, CancellationToken cancellation)
    {
        if (ReceiptCode.TryRead(code) is not { } read || await feedback.FindByCodeAsync(agency, read, cancellation) is not { } piece)
        {
            return null;
        }

        var carrier = await feedback.CarrierOfAsync(piece, cancellation);
        // Between a screening and the opening of its case lies a moment, in which the case is what it will be.
        var present = carrier.Screening?.CaseId is { } id ? (await cases.FindAsync(id, cancellation))?.Case ?? CaseOpening.From(carrier) : null;
        return new Receipt(piece, carrier, present);
    }

    private async Task<bool> HoldsAsync(string agency, string caseId, string? code, CancellationToken cancellation) =>
        await ReceiptAsync(agency, code, cancellation) is { Case.Id: { } held } && string.Equals(held, caseId, StringComparison.Ordinal);

    private async Task<CaseAnswer> StepAsync(Actor by, string id, Func<LianxinCase, CommandContext, Decision<LianxinCase>> decide, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await cases.FindAsync(id, cancellation);
            if (stored is null || !string.Equals(stored.Case.Agency, by.Agency, StringComparison.Ordinal))
            {
                return new CaseAnswer(null, Unknown);
            }

            var decision = decide(stored.Case, contexts.For(by));
            if (!decision.Accepted)
            {
                return new CaseAnswer(null, decision.Refusal);
            }

            if (await cases.CommitAsync(stored, decision.Value, cancellation) is LedgerOutcome.Committed)
            {
                return new CaseAnswer(decision.Value, null);
            }
        }

        throw new StorageUnavailableException("A step of a case lost every race.");
    }
}
