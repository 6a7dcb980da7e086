namespace Lianxin.Core.Privacy;

/// <summary>What the head of a column says of everything below it (privacy-and-quality §4.6); a head may say several things.</summary>
[Flags]
internal enum ColumnKinds
{
    None = 0,
    Name = 1,
    ChildName = 2,
    ResidentId = 4,
    Phone = 8,
    Account = 16,
    Address = 32,
    Health = 64,
    Birth = 128,
    Age = 256,
    Passport = 512,
}
