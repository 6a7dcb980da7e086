namespace Lianxin.MakeSample;

/// <summary>One row of the register before it has a number.</summary>
internal sealed record Draft(
    string Entry,
    string Office,
    string Village,
    string Title,
    string Body,
    DateOnly FormedOn,
    DateOnly PublishedOn,
    string Period,
    IReadOnlyList<(string Key, string Value)> Elements,
    string Channels);
