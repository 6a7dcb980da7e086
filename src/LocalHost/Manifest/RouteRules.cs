namespace Lianxin.LocalHost.Manifest;

/// <summary>
/// The house rules of addresses: no two templates overlap (the real host matches in name order, not by specificity) and none
/// reaches the root, where the site lives and where the handler listens for triggers at <c>/{FunctionName}</c>.
/// </summary>
internal static class RouteRules
{
    public static void Check(IReadOnlyList<HttpFunction> functions, IReadOnlyList<string> triggers)
    {
        foreach (var function in functions)
        {
            if (!function.Route.StartsFixed)
            {
                throw new StartRefused(
                    $"函数 {function.Name} 的路由 {function.Route.Text} 覆盖根路径，外部可及触发器端点",
                    $"the route {function.Route.Text} of {function.Name} catches the root and would open the trigger endpoints");
            }

            if (triggers.FirstOrDefault(name => function.Route.Matches($"/{name}")) is { } open)
            {
                throw new StartRefused(
                    $"函数 {function.Name} 的路由 {function.Route.Text} 会公开触发器 {open}",
                    $"the route {function.Route.Text} of {function.Name} would open the trigger {open}");
            }
        }

        for (var i = 0; i < functions.Count; i++)
        {
            for (var j = i + 1; j < functions.Count; j++)
            {
                if (ShareAMethod(functions[i], functions[j]) && functions[i].Route.Overlaps(functions[j].Route))
                {
                    throw new StartRefused(
                        $"函数 {functions[i].Name} 与 {functions[j].Name} 的路由重叠",
                        $"the routes of {functions[i].Name} ({functions[i].Route.Text}) and {functions[j].Name} ({functions[j].Route.Text}) overlap");
                }
            }
        }
    }

    private static bool ShareAMethod(HttpFunction left, HttpFunction right) =>
        left.Methods is null || right.Methods is null || left.Methods.Overlaps(right.Methods);
}
