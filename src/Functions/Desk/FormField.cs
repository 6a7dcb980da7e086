namespace Lianxin.Functions.Desk;

/// <summary>How a form asks for a value.</summary>
public enum FieldKind
{
    Line,
    Lines,
    Date,
    Month,
    Select,
    Password,
    File,
}

/// <param name="Value">What is posted.</param>
/// <param name="Label">What is read.</param>
/// <param name="Name">Own name of a check-box that stands for a property of its own; null where the group has one name.</param>
public sealed record FormOption(string Value, string Label, string? Name = null);

/// <summary>
/// One field with its label, hint and errors. <see cref="Name"/> is the name of the JSON property that it stands for.
/// </summary>
/// <param name="Scope">Unique per form of a page; makes the ids.</param>
public sealed record FormField(string Scope, string Name, string Label)
{
    public FieldKind Kind { get; init; } = FieldKind.Line;

    /// <summary>As typed, also when it is wrong.</summary>
    public string Value { get; init; } = "";
    public string? Hint { get; init; }
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>What proof-reading advises; stops nothing.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];
    public bool Required { get; init; }

    /// <summary>Where the field's rule and its source stand; opens beside the form, so that nothing typed is lost. Null where there is none.</summary>
    public string? RuleLink { get; init; }

    /// <summary>False where 选填 beside the label would say nothing, or not the whole truth.</summary>
    public bool TellsOptional { get; init; } = true;
    public int? MaxLength { get; init; }
    public string? Pattern { get; init; }
    public string? InputMode { get; init; }
    public string? Autocomplete { get; init; }
    public string? Accept { get; init; }
    public bool Multiple { get; init; }
    public int Rows { get; init; } = 4;

    /// <summary>Width of the box in characters where the expected length is known; null for the whole width.</summary>
    public int? Characters { get; init; }
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    public string Id => FieldIds.Of(Scope, Name);

    public string? DescribedBy => FieldIds.DescribedBy(Id, Hint is not null, Errors.Count > 0, Advice.Count > 0);

    public string InputType => Kind switch
    {
        // A browser throws away what does not fit its date or month box; a wrong value goes into a plain one, so that it is kept.
        FieldKind.Date when Value.Length == 0 || Periods.IsDay(Value) => "date",
        FieldKind.Month when Value.Length == 0 || Periods.IsMonth(Value) => "month",
        FieldKind.Password => "password",
        FieldKind.File => "file",
        _ => InputMode == "tel" ? "tel" : "text",
    };
}

/// <summary>A group of boxes: several may be ticked, or one of them chosen.</summary>
public sealed record ChoiceField(string Scope, string Name, string Legend, IReadOnlyList<FormOption> Options)
{
    /// <summary>Radio buttons instead of check-boxes.</summary>
    public bool OnlyOne { get; init; }

    /// <summary>Values of the options that are ticked, or their own names where they have one.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];
    public string? Hint { get; init; }
    public IReadOnlyList<string> Errors { get; init; } = [];
    public bool Required { get; init; }

    /// <summary>See <see cref="FormField.RuleLink"/>.</summary>
    public string? RuleLink { get; init; }

    public string Id => FieldIds.Of(Scope, Name);

    public string? DescribedBy => FieldIds.DescribedBy(Id, Hint is not null, Errors.Count > 0);

    public string NameOf(FormOption option) => option.Name ?? Name;

    public string IdOf(FormOption option) => FieldIds.Of(Scope, option.Name ?? $"{Name}-{option.Value}");

    public bool IsChosen(FormOption option) => Chosen.Contains(option.Name ?? option.Value, StringComparer.Ordinal);
}

/// <summary>Ids of fields and of what describes them.</summary>
public static class FieldIds
{
    public static string Of(string scope, string name) => $"{scope}-{string.Concat((name ?? "").Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";

    public static string? DescribedBy(string id, bool hint, bool errors, bool advice = false)
    {
        string?[] parts = [hint ? $"{id}-hint" : null, errors ? $"{id}-error" : null, advice ? $"{id}-advice" : null];
        var described = string.Join(' ', parts.OfType<string>());
        return described.Length > 0 ? described : null;
    }
}
