using Lianxin.Core.Access;

namespace Lianxin.Functions.Access;

/// <summary>Who is calling: the account of a valid session, or the public.</summary>
public static class CurrentActor
{
    private static readonly object LostSession = new();

    /// <summary>
    /// The caller. Staff act for the agency of their account; the public may ask for one by <c>?agency=</c>, default the
    /// configured one (the gate has already refused what is no agency code).
    /// </summary>
    public static Actor Actor(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[typeof(Account)] is Account account ? Of(account) : Core.Access.Actor.Anyone(AskedAgency(context));
    }

    public static Actor Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new Actor(account.Name, account.DisplayName, account.Role, account.Agency, account.Office);
    }

    /// <summary>The account of the session; null for the public.</summary>
    internal static Account? Account(HttpContext context) => context.Items[typeof(Account)] as Account;

    /// <summary>Id of the session; null for the public.</summary>
    internal static string? Session(HttpContext context) => context.Items[typeof(SessionTicket)] as string;

    /// <summary>Whether an outside issuer vouches for the caller, so that no password of ours was used.</summary>
    internal static bool IsVouched(HttpContext context) => context.Items.ContainsKey(typeof(Oidc.OutsidePerson));

    internal static void Set(HttpContext context, Account account, SessionTicket ticket)
    {
        context.Items[typeof(Account)] = account;
        context.Items[typeof(SessionTicket)] = ticket.Id;
        if (ticket.Via is { } provider)
            context.Items[typeof(Oidc.OutsidePerson)] = provider;
    }

    /// <summary>Who has just signed in by this very call: its cookie goes out with the answer.</summary>
    internal static void SetSignedIn(HttpContext context, Account account) => context.Items[typeof(Account)] = account;

    /// <summary>A call with a token: there is no session.</summary>
    internal static void SetVouched(HttpContext context, Account account)
    {
        Clear(context);
        context.Items[typeof(Account)] = account;
        context.Items[typeof(Oidc.OutsidePerson)] = "bearer";
    }

    /// <summary>Whose session it was that has ended; null where none came, or none that can be read.</summary>
    internal static string? LostAccount(HttpContext context) => context.Items[LostSession] as string;

    internal static void Lose(HttpContext context, string account) => context.Items[LostSession] = account;

    internal static void Clear(HttpContext context)
    {
        context.Items.Remove(typeof(Account));
        context.Items.Remove(typeof(SessionTicket));
        context.Items.Remove(typeof(Oidc.OutsidePerson));
    }

    /// <summary>True when the query names something that cannot be an agency.</summary>
    internal static bool AsksForNonsense(HttpRequest request) =>
        request.Query.TryGetValue("agency", out var asked) && !OptionsReader.AgencyCode().IsMatch(asked.ToString());

    private static string AskedAgency(HttpContext context) =>
        context.Request.Query.TryGetValue("agency", out var asked)
            ? asked.ToString()
            : context.RequestServices.GetRequiredService<LianxinOptions>().Agency;
}
