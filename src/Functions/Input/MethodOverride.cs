namespace Lianxin.Functions.Input;

/// <summary>
/// HTML forms know only GET and POST: a form posted by someone who is signed in may name PUT or DELETE in its hidden field
/// <c>_method</c>. Others cannot: nothing that the public may do needs it, and a stranger's upload is not read before its turn.
/// </summary>
public sealed class MethodOverride(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method)
            && request.HasFormContentType
            && context.User.Identity is { IsAuthenticated: true }
            && await PostedInput.ReadAsync(context, Whatever) is { Input.MethodOverride: "PUT" or "DELETE" } form)
        {
            request.Method = form.Input!.MethodOverride!;
        }

        await next(context);
    }

    /// <summary>The limits of the address are checked when its handler asks for the input.</summary>
    private static InputLimits Whatever { get; } = new(int.MaxValue, long.MaxValue);
}
