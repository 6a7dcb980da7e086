using Lianxin.Core.Access;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access.Oidc;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lianxin.Functions.Access;

/// <summary>Registers everything of this room; it needs <see cref="IAccountStore"/> and <see cref="IDocumentStore"/> from Storage.</summary>
public static class AccessServices
{
    /// <summary>How long a session lasts after it was last used, in machine time.</summary>
    public static readonly TimeSpan SessionTime = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts at most, however much it is used.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(24);

    /// <exception cref="InvalidSettingsException">The settings are wrong.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = OptionsReader.Read(configuration);
        services.AddSingleton(options);
        services.AddSingleton<BusinessClock>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<AccountCache>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<DemoStaff>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<AccountWriter>();
        services.AddSingleton<OwnAccount>();
        AddOutsideSignIn(services);
        AddKeys(services);
        var cookie = new SessionCookie(options, configuration["WEBSITE_HOSTNAME"]);
        services.AddSingleton(cookie);
        AddSessions(services, cookie);
        // It would read the keys before the port is open, and storage may be slow or away: the host waits for an answer only so
        // long. Authentication adds data protection once more, so this comes last.
        services.RemoveAll(typeof(IHostedService), "DataProtectionHostedService");
        return services;
    }

    private static void AddOutsideSignIn(IServiceCollection services)
    {
        services.AddSingleton<OidcHttp>();
        services.AddSingleton<IssuerMetadata>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<CodeExchange>();
        services.AddSingleton<StateCookie>();
        services.AddSingleton<OutsideSignIn>();
        services.AddSingleton<OutsideAccounts>();
    }

    /// <summary>The name is part of what protects a session, so every instance must use the same.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("lianxin");
        services.AddSingleton<BlobKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<BlobKeyRepository>()));
        // It warns at every start that the keys lie unencrypted; they do, in a private container that storage encrypts at rest.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }

    private static void RemoveAll(this IServiceCollection services, Type service, string implementation)
    {
        foreach (var found in services.Where(s => s.ServiceType == service && s.ImplementationType?.Name == implementation).ToList())
            services.Remove(found);
    }

    private static void AddSessions(IServiceCollection services, SessionCookie cookie) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(session =>
        {
            session.Cookie = cookie;
            session.ExpireTimeSpan = SessionTime;
            session.SlidingExpiration = true;
            session.EventsType = typeof(SessionCheck);
        });
}
