using System.Net;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.UseCases.Anchors;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>公开证明: for what is public, for everybody, the same bytes every time.</summary>
public sealed class CertificateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_public_has_a_certificate_that_stays_the_same_and_gets_its_anchor_once()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        var id = await town.PublishedAsync("示例镇防汛物资采购公示");
        var path = $"/api/items/{id}/certificate.pdf";
        var first = await town.Public.GetByteArrayAsync(path, Cancellation);
        System.Text.Encoding.UTF8.GetString(first).ShouldContain($"certificate/{id}/1/0");
        (await town.Clerk.GetByteArrayAsync(path, Cancellation)).ShouldBe(first);
        var book = town.Service<AnchorBook>();
        town.Clock.Advance(TimeSpan.FromDays(1));
        await book.MakeDueAsync(TownHall.Agency, Cancellation);
        var anchored = await town.Public.GetByteArrayAsync(path, Cancellation);
        anchored.ShouldNotBe(first);
        town.Clock.Advance(TimeSpan.FromDays(1));
        await book.MakeDueAsync(TownHall.Agency, Cancellation);
        (await town.Public.GetByteArrayAsync(path, Cancellation)).ShouldBe(anchored);
    }

    [Fact]
    public async Task What_is_not_public_has_none()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        var id = await town.SubmittedAsync("还没有公开的信息");
        (await GetAsync(town.Public, $"/api/items/{id}/certificate.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(town.Clerk, $"/api/items/{id}/certificate.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(town.Public, "/api/items/nonsense/certificate.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
