namespace Lianxin.Core.Privacy;

/// <summary>What a detector found, as places in the normalised text.</summary>
internal readonly record struct Hit(string Kind, int Start, int End, string Rule);

/// <summary>The kinds of personal data that are looked for in text (api.md).</summary>
public static class PersonalDataKinds
{
    public const string ResidentId = "resident-id";
    public const string Mobile = "mobile";
    public const string BankAccount = "bank-account";
}
