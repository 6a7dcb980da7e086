namespace Lianxin.Core.Privacy;

/// <summary>The kinds of personal data that are looked for (api.md).</summary>
public static class PersonalDataKinds
{
    /// <summary>公民身份号码.</summary>
    public const string ResidentId = "resident-id";

    /// <summary>移动电话, and a fixed line that the text calls a home's.</summary>
    public const string Mobile = "mobile";

    /// <summary>银行卡、存折、一卡通账号.</summary>
    public const string BankAccount = "bank-account";

    /// <summary>家庭住址 below the village: house, stair or room number.</summary>
    public const string Address = "address";

    /// <summary>车辆号牌.</summary>
    public const string Plate = "plate";

    /// <summary>护照、通行证号.</summary>
    public const string Passport = "passport";

    /// <summary>电子邮箱 of a person.</summary>
    public const string Email = "email";

    /// <summary>病情、残疾、计划生育 beside a person's name.</summary>
    public const string Health = "health";

    /// <summary>未成年人, by name.</summary>
    public const string Minor = "minor";

    /// <summary>Columns that together point to one person. Only ever a warning, and so none of the kinds that stop a submission.</summary>
    public const string Combination = "combination";

    /// <summary>Every kind that can stop a submission, in the contract's order.</summary>
    public static IReadOnlyList<string> All { get; } = [ResidentId, Mobile, BankAccount, Address, Plate, Passport, Email, Health, Minor];
}
