using System.Text.Json.Serialization;
using Lianxin.Core.Access;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Access;

/// <summary>Answer of <c>GET /api/session</c>: who I am.</summary>
public sealed record Who(string Account, string Name, Role Role, string Agency, string Office)
{
    public static Who Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new Who(actor.Account, actor.Name, actor.Role, actor.Agency, actor.Office);
    }
}

/// <summary>One line of <c>demo-staff.json</c> (api.md, "Who may call").</summary>
internal sealed record DemoAccount(string Account, string Password, Role Role, string Office, string Name);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(KebabEnumConverter<Role>)])]
[JsonSerializable(typeof(Who))]
[JsonSerializable(typeof(List<DemoAccount>))]
internal sealed partial class SessionJson : JsonSerializerContext;
