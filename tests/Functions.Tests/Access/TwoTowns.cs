using System.Net;
using System.Net.Http.Headers;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Jobs;
using Lianxin.Core.Notices;
using Lianxin.Functions.Tests.Http;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.Tests.UseCases.Quarters;
using Lianxin.Functions.UseCases;
using Lianxin.Storage.Memory;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Access;

/// <summary>
/// Two agencies in one storage, with somebody of every role in each. The first has one of everything that has an id, and its words carry
/// <see cref="Secret"/> wherever they are not for everybody; the second has nothing.
/// </summary>
public sealed class TwoTowns : IAsyncLifetime
{
    /// <summary>Stands in everything that only some of the first town may read.</summary>
    internal const string Secret = "麒麟计划";

    /// <summary>Stands in an item that never leaves the Party.</summary>
    internal const string PartySecret = "朱雀纪要";

    /// <summary>How the person behind a piece of feedback can be reached.</summary>
    internal const string Contact = "13800138000";

    private const string Elsewhere = "binhe";

    private readonly OpenTownHall town = new() { Settings = ["Lianxin:Agencies=" + Elsewhere] };
    private readonly Dictionary<(Role, bool), HttpClient> people = [];
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(r => r != Role.Machine);

    internal OpenTownHall Town => town;

    /// <summary>Somebody of the role, of the town itself or of the other one; the public has no town.</summary>
    internal HttpClient Somebody(Role role, bool elsewhere = false) => role == Role.Public ? town.Public : people[(role, elsewhere)];

    /// <summary>The id that the first town has at a route's place.</summary>
    internal string Own(Route route, string place) =>
        place is "id" or "account" or "hash" or "receiptCode" ? ids[Kind(route, place)] : Neutral(place);

    /// <summary>Whether the id is of something whose words are a secret.</summary>
    internal bool IsSealed(string id) => ids.ContainsValue(id);

    /// <summary>An id of the same kind that nobody has.</summary>
    internal static string Unknown(Route route, string place) => place switch
    {
        "id" when Kind(route, place) is "duties" => "ligang-2026-Q1.01-01.nowhere",
        "id" when Kind(route, place) is "jobs" => "00000000000000000000000000000000",
        "id" when Kind(route, place) is "troubles" => "poison-republication-nothing",
        "id" => "ligang-2026-00000000",
        "account" => "nobody",
        "hash" => new string('0', 64),
        "receiptCode" => "26AA-AAAA-AAAA-AAAA",
        _ => Neutral(place),
    };

    public async ValueTask InitializeAsync()
    {
        await town.InitializeAsync();
        foreach (var role in Roles.Where(r => r != Role.Public))
        {
            people[(role, false)] = await town.PersonAsync("own-" + Names.Of(role), role, "dangzheng");
            people[(role, true)] = await town.PersonAsync("other-" + Names.Of(role), role, "dangzheng", Elsewhere);
        }

        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in people.Values)
            client.Dispose();
        await town.DisposeAsync();
    }

    private static string Kind(Route route, string place) => place switch
    {
        "id" => route.Template.Split('/')[2] is "receipts" ? "items" : route.Template.Split('/')[2],
        "account" => "accounts",
        _ => place,
    };

    /// <summary>What says nothing of a town: years and periods without anything in them.</summary>
    private static string Neutral(string place) => place switch
    {
        "quarter" => "2027-Q1",
        "year" => "2025",
        "key" => "published",
        "format" => "pdf",
        "provider" => "nobody",
        "entry" => "01-03",
        _ => throw new InvalidOperationException($"The matrix does not know what to put for {{{place}}}: give it a value here."),
    };

    private async Task FillAsync()
    {
        ids["accounts"] = "own-clerk";
        ids["duties"] = "ligang-2026-Q1.01-01.dangzheng";
        var open = await town.PublishedAsync("春耕动员会召开");
        ids["items"] = await town.SubmittedAsync("待审的" + Secret);
        var party = Submissions.PartyOnly(PartySecret);
        using var kept = await PostAsync(town.Clerk, "/api/items", new { party.Entry, party.Title, party.Body, party.FormedOn, party.Period, party.Elements });
        ids["party"] = (await JsonAsync(kept)).GetProperty("id").GetString()!;
        var piece = await JsonAsync(await PostAsync(
            town.Public, $"/api/items/{open}/feedback", new { kind = "complaint", text = $"反映{Secret}，{Contact}", contact = Contact }));
        ids["feedback"] = piece.GetProperty("id").GetString()!;
        ids["receiptCode"] = piece.GetProperty("receiptCode").GetString()!;
        using var screened = await PostAsync(
            town.Reviewer, $"/api/feedback/{ids["feedback"]}/screening", new { decision = "register", office = "dangzheng", request = "修复路灯", plan = "安排检修" });
        ids["cases"] = (await JsonAsync(screened)).GetProperty("screening").GetProperty("caseId").GetString()!;
        await PostEvidenceAsync();
        var application = RecordsTests.Application(Secret, "2025-02-03");
        ids["records"] = (await JsonAsync(await PostAsync(town.Clerk, "/api/records", application))).GetProperty("id").GetString()!;
        var job = new Job(Guid.CreateVersion7(town.Clock.GetUtcNow()).ToString("n"), TownHall.Agency, "import", "admin", Secret, JobState.Failed, 1, 0, town.Clock.GetUtcNow(), town.Clock.GetUtcNow(), null, Secret);
        await town.Room.Jobs.SaveAsync(job, null, Cancellation);
        ids["jobs"] = job.Id;
        ids["troubles"] = "poison-republication-" + Box.Add("republication", Poison("ligang-2026-11111111"));
        await SettleAsync(Box.Add("republication", Poison("ligang-2026-22222222")));
        ids["deliveries"] = await TellAsync();
    }

    private InMemoryTroubles Box => (InMemoryTroubles)town.Room.Troubles;

    private static string Poison(string subject) => $$"""{"kind":"publish-item","subject":"{{subject}}","subjectVersion":1}""";

    private async Task SettleAsync(string message)
    {
        using var dismissed = await PostAsync(town.Admin, $"/api/troubles/poison-republication-{message}/dismissal", new { reason = Secret });
        dismissed.EnsureSuccessStatusCode();
    }

    /// <summary>A notice to somebody of the first town, as if it had been sent.</summary>
    private async Task<string> TellAsync()
    {
        var day = new DateOnly(2026, 3, 2);
        var lines = new[] { new NoticeLine("d-1", Secret, "党政办", Secret, day, 0, LadderStep.Yellow) };
        var digest = Digest.Of(TownHall.Agency, day, DigestKind.Ladder, new PersonNotice(new Contact("dangzheng-clerk", "dangzheng", "示例经办人", "", null, null, ""), lines));
        var delivery = DeliverySteps.Make(digest, NoticeChannel.Mail, town.Clock.GetUtcNow());
        (await new DeliveryBook(town.Room.Ledgers, town.Room.Outbox).OpenAsync(digest, [delivery], Cancellation)).ShouldBeTrue();
        return delivery.Id;
    }

    private async Task PostEvidenceAsync()
    {
        using var run = await PostAsync(town.Admin, "/api/quarters/2025-Q4/run", new { });
        run.EnsureSuccessStatusCode();
        using var photo = new ByteArrayContent(Photos.Jpeg());
        photo.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "photo", FileName = "\"a.jpg\"" };
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var form = new MultipartFormDataContent { { new StringContent("2025-Q4/all"), "sheet" }, { new StringContent(Secret), "place" }, { new StringContent("2026-03-02"), "postedOn" }, photo };
        using var posted = await SendAsync(town.Clerk, HttpMethod.Post, "/api/postings", form);
        posted.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await posted.Content.ReadAsStringAsync(Cancellation));
        using var list = await GetAsync(town.Reviewer, "/api/postings?quarter=2025-Q4");
        var address = (await JsonAsync(list)).GetProperty("items")[0].GetProperty("photos")[0].GetProperty("address").GetString()!.Split('/');
        (ids["postings"], ids["hash"]) = (address[3], address[5]);
    }
}
