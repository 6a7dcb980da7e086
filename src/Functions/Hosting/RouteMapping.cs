using Lianxin.Functions.Access;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Hosting;

/// <summary>Maps handlers by their entry in the table of permissions, so that no route exists which the table does not know.</summary>
public static class RouteMapping
{
    /// <summary>Maps a handler at the permission's method and template. A GET answers HEAD as well.</summary>
    public static IEndpointConventionBuilder Serve(this IEndpointRouteBuilder app, Permission permission, RequestDelegate handler)
    {
        ArgumentNullException.ThrowIfNull(permission);
        string[] methods = permission.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [permission.Method];
        return app.MapMethods(permission.Template, methods, handler).WithMetadata(permission);
    }

    /// <summary>Maps a handler of posted input, which is read and checked first; what cannot be read never reaches it.</summary>
    public static IEndpointConventionBuilder Receive(
        this IEndpointRouteBuilder app, Permission permission, InputLimits limits, Func<HttpContext, PostedInput, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return app.Serve(permission, async context =>
        {
            var read = await PostedInput.ReadAsync(context, limits);
            await (read.Accepted ? handler(context, read.Input) : read.Problem.WriteAsync(context));
        });
    }
}
