namespace Lianxin.Core.Privacy;

/// <summary>The kinds of personal data that are looked for in text (api.md).</summary>
public static class PersonalDataKinds
{
    public const string ResidentId = "resident-id";
    public const string Mobile = "mobile";
    public const string BankAccount = "bank-account";
}
