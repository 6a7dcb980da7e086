namespace Lianxin.Functions.Desk;

/// <summary>A small form of the desk, as it is printed.</summary>
/// <param name="Scope">Unique per page; makes the ids.</param>
/// <param name="Action">Address it posts to.</param>
/// <param name="Hidden">Fields that nobody sees.</param>
public sealed record PlainForm(
    string Scope, string Title, string Lead, string Action, string Button, IReadOnlyList<FormField> Fields, IReadOnlyList<KeyValuePair<string, string>> Hidden)
{
    public bool WithFiles => Fields.Any(f => f.Kind == FieldKind.File);
}

/// <summary>Which form of the quarters' pages was posted.</summary>
public enum DeskForm
{
    NilReturn,
    Waiver,
    Order,
    Posting,
    Run,
    Clock,
}

/// <summary>A form that was refused, with what was typed.</summary>
public sealed record RefusedForm(DeskForm Form, IReadOnlyDictionary<string, IReadOnlyList<string>> Typed, Core.Refusal Refusal);
