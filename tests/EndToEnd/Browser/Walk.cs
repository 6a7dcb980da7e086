using System.Text.RegularExpressions;

namespace Lianxin.EndToEnd.Browser;

/// <summary>Follows the links of a site from a page on, and looks at one page of every kind. So a new page is looked at without a word here.</summary>
internal static partial class Walk
{
    private const int AtMost = 60;

    /// <param name="within">Only addresses that begin with it are opened.</param>
    /// <returns>The kinds of page seen: addresses with the varying parts replaced.</returns>
    public static async Task<IReadOnlyCollection<string>> FromAsync(Visit visit, string start, Func<string, bool> within, Func<Task> look)
    {
        var waiting = new Queue<string>([start]);
        var met = new HashSet<string>(StringComparer.Ordinal) { start };
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path) && kinds.Count < AtMost)
        {
            if (!kinds.Add(KindOf(path)))
            {
                continue;
            }

            var answer = await visit.Page.GotoAsync(path);
            answer.ShouldNotBeNull(path);
            answer.Status.ShouldBe(200, path);
            await look();
            foreach (var link in (await visit.LinksAsync()).Where(l => within(l) && met.Add(l)))
            {
                waiting.Enqueue(link);
            }
        }

        return kinds;
    }

    private static string KindOf(string path) => Varying().Replace(path.Split('?')[0], "#");

    /// <summary>Numbers, ids and codes.</summary>
    [GeneratedRegex(@"(?<=/)(?=[^/.]*\d)[^/.]+")]
    private static partial Regex Varying();
}
