using Lianxin.Functions.Access;
using Lianxin.Functions.Access.Oidc;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Hosting;

/// <summary>The order in which every request is examined. Nothing behind it runs unless each step let the request pass.</summary>
public static class RequestPipeline
{
    public static void UseHandlerPipeline(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(AnswerReadiness);
        app.UseMiddleware<FailureAnswers>();
        app.UseMiddleware<SessionKeys>();
        app.UseAuthentication();
        app.UseMiddleware<BearerTokens>();
        app.UseMiddleware<OriginCheck>();
        // Before routing, which goes by the method.
        app.UseMiddleware<MethodOverride>();
        app.UseRouting();
        app.UseMiddleware<PermissionGate>();
    }

    /// <summary>The host asks <c>GET /</c> every 25 ms until it is answered, and later as a sign of life.</summary>
    private static Task AnswerReadiness(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/" || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
            return next(context);
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = 5;
        return context.Response.WriteAsync("ready", context.RequestAborted);
    }
}
