using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lianxin.Functions.Tests.Http;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Museum;

/// <summary>Every exhibit by every way in: as an attachment, as one to be masked, as a register to import. Each is refused by a stable code, or kept closed.</summary>
public sealed class MuseumTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Exhibit.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_file_is_refused_by_its_code_or_kept_closed(string name)
    {
        var exhibit = Exhibit.All.Single(e => e.Name == name);
        var bytes = exhibit.Make();
        var kept = await AttachAsync(exhibit, bytes, mask: false);
        (kept.Id is { } id ? await ToThePublicAsync(id) : kept.Outcome).ShouldBe(exhibit.AsAttachment);
        // What stands in the way of the file alone is masked away; everything else stays as it was.
        (await AttachAsync(exhibit, bytes, mask: true)).Outcome.ShouldBe(exhibit.AsAttachment is "closed" or "personal-data" ? "taken" : exhibit.AsAttachment);
        (await ImportAsync(exhibit.Name, bytes)).ShouldBe(exhibit.AsImport);
    }

    /// <summary>What becomes of the file when the item is published and nobody has looked at it.</summary>
    private async Task<string> ToThePublicAsync(string id)
    {
        using var review = await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"));
        review.EnsureSuccessStatusCode();
        await town.DeliverAsync();
        using var seen = await GetAsync(town.Public, $"/api/items/{id}");
        return (await JsonAsync(seen)).GetProperty("attachments").GetArrayLength() == 0 ? "closed" : "taken";
    }

    private async Task<(string Outcome, string? Id)> AttachAsync(Exhibit exhibit, byte[] bytes, bool mask)
    {
        var item = News(exhibit.Name);
        item["maskFiles"] = mask;
        using var form = Multipart(item, (exhibit.Name, bytes));
        using var answer = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items", form);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            return ("taken", (await JsonAsync(answer)).GetProperty("id").GetString());
        }

        return (await CodeAsync(answer, HttpStatusCode.BadRequest), null);
    }

    private async Task<string> ImportAsync(string name, byte[] bytes)
    {
        using var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { part, "file", name } };
        using var answer = await SendAsync(town.Admin, HttpMethod.Post, "/api/imports", form);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(text).RootElement;
        return problem.GetProperty("code").GetString() is "invalid-input" ? string.Join(',', problem.GetProperty("errors").EnumerateObject().Select(e => e.Name)) : problem.GetProperty("code").GetString()!;
    }
}
