using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The work list with thousands of items behind it: one range read, whatever is asked for. What a range read takes is in the tests of the list's walk.</summary>
public sealed partial class LongWorklistTests : IAsyncLifetime
{
    private const int Items = 3_000;
    private readonly OpenTownHall town = new() { Around = CountedRegister.Around };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await town.InitializeAsync();
        using var answer = await OpenTownHall.PostAsync(town.Clerk, "/api/items", OpenTownHall.News("示例会议"));
        var id = (await OpenTownHall.JsonAsync(answer)).GetProperty("id").GetString()!;
        var first = (await town.Room.Register.FindAsync(id, Cancellation))!.Item;
        var events = await town.Room.Register.HistoryAsync(id, Cancellation);
        for (var i = 1; i < Items; i++)
        {
            var copy = first with { Id = RegisterImport.IdOf(first.Agency, first.Year, i.ToString(CultureInfo.InvariantCulture)) };
            await town.Room.Register.CommitAsync(new RegisterCommit(null, copy, [.. events.Select(e => e with { ItemId = copy.Id })], []), Cancellation);
        }
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_page_of_the_work_list_asks_for_one_range_first_filtered_and_further_on()
    {
        var register = town.Service<IRegister>();
        var most = town.Service<LianxinOptions>().Limits.PageDefault;
        var next = "";
        foreach (var filter in new[] { "", "?status=submitted&office=dangzheng", "?quarter=2026-Q1", "?q=示例会议", "?status=published", "next" })
        {
            CountedRegister.Take(register);
            using var answer = await OpenTownHall.GetAsync(town.Reviewer, filter == "next" ? next : "/desk" + filter);
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, filter);
            CountedRegister.Take(register).ShouldBe([nameof(IRegister.ListAsync)], filter);
            Row().Matches(page).Select(m => m.Value).Distinct().Count().ShouldBe(filter == "?status=published" ? 0 : most, filter);
            if (filter.Length == 0)
                next = WebUtility.HtmlDecode(Next().Match(page).Groups[1].Value);
        }
    }

    [GeneratedRegex("/desk/items/ligang-2026-[^\"/]+")]
    private static partial Regex Row();

    [GeneratedRegex("href=\"([^\"]*continuation=[^\"]*)\"")]
    private static partial Regex Next();
}
