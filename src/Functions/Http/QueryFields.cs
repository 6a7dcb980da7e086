using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Documents.Sheets;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary>Reads what a query says and notes what is wrong with it, so that every message is told at once. Absent and empty are the same.</summary>
public sealed class QueryFields(IQueryCollection query)
{
    private readonly Dictionary<string, IReadOnlyList<string>> errors = new(StringComparer.Ordinal);

    public Refusal? Refusal => errors.Count == 0
        ? null
        : new Refusal(RefusalKind.Invalid, ProblemCodes.InvalidInput, string.Join(' ', errors.Values.SelectMany(m => m))) { Errors = errors };

    public void Refuse(string name, string message) => errors.TryAdd(name, [message]);

    /// <summary>A date in China Standard Time.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(name, "日期不存在或写法有误，应为 YYYY-MM-DD。");
        return null;
    }

    public Office? Office(string name, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (Text(name) is not { } code)
        {
            return null;
        }

        if (catalogue.Office(code) is { } office)
        {
            return office;
        }

        Refuse(name, "没有这个站所。");
        return null;
    }

    /// <summary><c>paper</c>: A4 unless it says otherwise.</summary>
    public SheetPaper Paper()
    {
        switch (Text("paper"))
        {
            case null or "a4":
                return SheetPaper.A4;
            case "a3":
                return SheetPaper.A3;
            default:
                Refuse("paper", "纸张只有 a4 和 a3。");
                return SheetPaper.A4;
        }
    }

    private string? Text(string name) => query[name] is [{ Length: > 0 } text] ? text : query[name].Count > 1 ? "?" : null;
}
