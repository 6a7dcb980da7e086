namespace Lianxin.Functions.Desk;

/// <summary>A step's form as it is printed.</summary>
/// <param name="Action">Address it posts to.</param>
public sealed record StepFormModel(StepForm Form, string Action, string IfMatch)
{
    /// <summary>Ids of the fields of all forms of a page, by name; of equal names the first one counts.</summary>
    public static IReadOnlyDictionary<string, string> Places(IEnumerable<StepForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in forms.SelectMany(f => f.Parts.Concat(f.Exemption)))
        {
            if (part is FormField field)
                places.TryAdd(field.Name, field.Id);
            else if (part is ChoiceField choice)
            {
                places.TryAdd(choice.Name, choice.Id);
                foreach (var option in choice.Options.Where(o => o.Name is not null))
                    places.TryAdd(option.Name!, choice.IdOf(option));
            }
        }

        return places;
    }
}
