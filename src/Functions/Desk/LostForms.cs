using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>Carries a form whose session was over through the sign-in and shows it again.</summary>
public sealed class LostForms(DeskViews views, ReferenceData reference, LianxinOptions options)
{
    /// <summary>Answers the sign-in page with the form in it; false when this is no form of the desk that can travel.</summary>
    public async Task<bool> AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || !DeskAnswers.WantsPage(context)
            || !LostForm.IsFromOwnPage(context.Request, options) || await LostForm.ReadAsync(context) is not { } form)
        {
            return false;
        }

        await SignInAsync(context, form, null, form.Account ?? "", StatusCodes.Status401Unauthorized);
        return true;
    }

    /// <summary>The sign-in page with the form still in it.</summary>
    public async Task SignInAsync(HttpContext context, LostForm form, string? error, string account, int status)
    {
        ArgumentNullException.ThrowIfNull(form);
        context.Response.Headers.CacheControl = "no-store";
        await Responses.HtmlAsync(context, await views.PagesFor(context).SignInAsync(new SignInModel(account, error) { Carried = form.Text(), Providers = options.Oidc }, context.RequestAborted), status);
    }

    /// <summary>The form again, for the one whose it is; false when it is somebody else's.</summary>
    public async Task<bool> ShowAsync(HttpContext context, LostForm form, Account account)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(account);
        if (account.MustChangePassword || (form.Account is { } owner && !string.Equals(owner, account.Name, StringComparison.Ordinal)))
        {
            return false;
        }

        CurrentActor.SetSignedIn(context, account);
        await Responses.HtmlAsync(context, await views.PagesFor(context).TypedAgainAsync(new TypedAgainModel(form, TypedText.Of(form.Fields, reference.Catalogue)), context.RequestAborted));
        return true;
    }
}
