using System.Diagnostics.CodeAnalysis;
using Lianxin.Core.Calendar;

namespace Lianxin.Core.Duties;

/// <summary>Id of a quarter's sheet: <c>{quarter}/{place}</c>, the agency's own <c>{quarter}/all</c>. A3 and A4 are one sheet.</summary>
/// <param name="Board">Code of the village or office; empty for the whole agency.</param>
public sealed record SheetId(Period Quarter, string Board)
{
    private const string Everywhere = "all";

    public override string ToString() => $"{Quarter}/{(Board.Length == 0 ? Everywhere : Board)}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out SheetId? id)
    {
        id = null;
        var parts = text?.Trim().Split('/') ?? [];
        if (parts.Length != 2 || parts[1].Length == 0 || !Period.TryParse(parts[0], out var quarter) || quarter.Kind != PeriodKind.Quarter)
        {
            return false;
        }

        id = new SheetId(quarter, parts[1] == Everywhere ? "" : parts[1]);
        return true;
    }
}
