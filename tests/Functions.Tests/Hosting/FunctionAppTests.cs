using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class FunctionAppTests
{
    [Fact]
    public void No_two_functions_could_be_called_at_the_same_address()
    {
        var addresses = FunctionApp.Lianxin.Select(f => (f as HttpFunction)?.Route ?? f.Name).ToList();
        addresses.Count.ShouldBeGreaterThan(10);
        for (var first = 0; first < addresses.Count; first++)
        {
            for (var second = first + 1; second < addresses.Count; second++)
                RouteTemplate.Overlap(addresses[first], addresses[second]).ShouldBeFalse($"{addresses[first]} and {addresses[second]}");
        }
    }

    [Fact]
    public void No_public_address_reaches_a_timer_or_a_queue()
    {
        foreach (var http in FunctionApp.Lianxin.Http)
        {
            RouteTemplate.Fault(http.Route).ShouldBeNull();
            http.Route.Split('/')[0].ShouldBeOneOf("api", "desk");
        }
    }

    [Fact]
    public void Every_route_of_the_table_of_permissions_is_passed_on_by_one_function()
    {
        foreach (var permission in Permissions.All.Where(p => !p.Reserved))
        {
            FunctionApp.Lianxin.Http.Count(f => RouteTemplate.Overlap(f.Route, permission.Template.TrimStart('/')))
                .ShouldBe(1, permission.Template);
        }
    }

    [Fact]
    public void A_list_whose_functions_swallow_one_another_is_refused() =>
        Should.Throw<ArgumentException>(() => new FunctionApp(
                new HttpFunction("First", "api/items/{*rest}"),
                new HttpFunction("Second", "api/items/{id}/review")))
            .Message.ShouldContain("First and Second");

    [Fact]
    public void A_list_whose_route_reaches_a_queue_function_is_refused() =>
        Should.Throw<ArgumentException>(() => new FunctionApp(new HttpFunction("Web", "publishitem"), new QueueFunction("PublishItem", "publication")));

    [Theory]
    [InlineData("host")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("")]
    public void A_name_that_the_host_refuses_is_refused_here(string name) =>
        Should.Throw<ArgumentException>(() => new FunctionApp(new HttpFunction(name, "api/x")));

    [Fact]
    public void A_name_twice_a_queue_with_capitals_and_a_schedule_of_five_fields_are_refused()
    {
        Should.Throw<ArgumentException>(() => new FunctionApp(new HttpFunction("A", "api/x"), new HttpFunction("a", "api/y")));
        Should.Throw<ArgumentException>(() => new FunctionApp(new QueueFunction("A", "Work")));
        Should.Throw<ArgumentException>(() => new FunctionApp(new TimerFunction("A", "* * * * *")));
    }
}
