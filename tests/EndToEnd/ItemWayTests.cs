using System.Net;
using System.Text.Json;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

public class ItemWayTests(SampleSystem sample)
{
    private readonly RunningSystem system = sample.System;

    [Fact]
    public async Task S8_an_item_submitted_over_HTTP_is_reviewed_agreed_approved_and_published_on_the_static_site()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var (created, item) = await clerk.PostAsync("/api/items", Bodies.Procurement("排水沟维修工程采购结果"));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, item.ToString());
        var id = item.GetProperty("id").GetString()!;
        id.ShouldStartWith("ligang-");
        item.GetProperty("status").GetString().ShouldBe("submitted");
        item.GetProperty("deadlines")[0].GetProperty("because").GetString()!.ShouldContain("工作日");
        created.Headers.Location!.ToString().ShouldBe($"/api/items/{id}");

        await Steps.ReviewAsync(system, id);
        await Steps.AgreeAsync(system, id);
        await Steps.ApproveAsync(system, id);

        using var anyone = system.Anyone();
        var published = await anyone.UntilAsync($"/api/items/{id}", b => b.GetProperty("status").GetString() == "published");
        published.GetProperty("publishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        var page = await anyone.Http.GetAsync(new Uri(published.GetProperty("url").GetString()!));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("排水沟维修工程采购结果");
        await anyone.UntilPageAsync("/", "排水沟维修工程采购结果");

        using var supervisor = await system.SignInAsync("supervisor");
        var (_, history) = await supervisor.GetAsync($"/api/items/{id}/history");
        history.GetProperty("unbroken").GetBoolean().ShouldBeTrue();
        history.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString())
            .ShouldBe(["submitted", "reviewed", "opinion", "opinion", "approved", "published"]);
    }

    [Fact]
    public async Task The_public_sees_nothing_of_an_item_before_it_is_out()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var (_, item) = await clerk.PostAsync("/api/items", Bodies.Procurement("尚未公开的采购"));
        var id = item.GetProperty("id").GetString()!;

        using var anyone = system.Anyone();
        (await anyone.GetAsync($"/api/items/{id}")).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await anyone.GetAsync($"/api/items/{id}/history")).Answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await anyone.Http.GetAsync($"/items/{id}.html")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_without_script_goes_the_same_way_and_ends_on_a_receipt()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var body = Bodies.Procurement("表单提交的采购结果");
        using var form = Bodies.AsForm(body);
        var answer = await clerk.Http.PostAsync("/api/items", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var receipt = await clerk.Http.GetAsync(answer.Headers.Location);
        receipt.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await receipt.Content.ReadAsStringAsync()).ShouldContain("000000000/");

        // A second click: the same form again counts once.
        using var again = Bodies.AsForm(body);
        var second = await clerk.Http.PostAsync("/api/items", again);
        second.Headers.Location.ShouldBe(answer.Headers.Location);
    }

    [Fact]
    public async Task A_form_with_a_mistake_comes_back_with_everything_typed_still_in_it()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        using var form = Bodies.AsForm(Bodies.Procurement("  ", "正文还在<b>这里</b>"));
        var answer = await clerk.Http.PostAsync("/api/items", form);
        var page = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("请填写标题");
        page.ShouldContain("正文还在&lt;b&gt;");
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_first_answer_and_another_body_is_refused()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var body = Bodies.Procurement("同一个幂等键");
        var (first, one) = await clerk.PostAsync("/api/items", body, key: "key-1");
        var (second, two) = await clerk.PostAsync("/api/items", body, key: "key-1");
        var (third, problem) = await clerk.PostAsync("/api/items", Bodies.Procurement("另一份内容"), key: "key-1");

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        two.ToString().ShouldBe(one.ToString());
        third.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("code").GetString().ShouldBe("idempotency-mismatch");
    }

    [Fact]
    public async Task A_stale_or_missing_If_Match_changes_nothing()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var (_, item) = await clerk.PostAsync("/api/items", Bodies.Procurement("版本标记"));
        var id = item.GetProperty("id").GetString()!;
        using var reviewer = await system.SignInAsync("reviewer");
        var tag = await reviewer.ETagAsync(id);

        (await reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept)).Answer.StatusCode.ShouldBe((HttpStatusCode)428);
        (await reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept, "\"99\"")).Answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept, tag)).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept, tag)).Answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var (_, history) = await reviewer.GetAsync($"/api/items/{id}/history");
        history.GetProperty("items").GetArrayLength().ShouldBe(2);
    }
}
