namespace Lianxin.Functions.UseCases;

/// <summary>Whose a message or a job is, by its subject: <c>{agency}</c>, <c>{agency}/{job}</c> or an id that begins with <c>{agency}-</c> (api.md).</summary>
public static class SubjectAgency
{
    /// <param name="agencies">Codes of every agency in the storage; the first one answers for what names none of them, so that no failure is seen by nobody.</param>
    public static string Of(string? subject, IReadOnlyList<string> agencies)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        // A code may begin with another one and a hyphen: the longest that fits is meant.
        return subject is null
            ? agencies[0]
            : agencies.Where(a => Names(subject, a)).MaxBy(a => a.Length) ?? agencies[0];
    }

    private static bool Names(string subject, string agency) =>
        subject.StartsWith(agency, StringComparison.Ordinal) && (subject.Length == agency.Length || subject[agency.Length] is '-' or '/');
}
