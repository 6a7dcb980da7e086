using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Functions.Input;

/// <summary>Enum values in kebab-case, as the HTTP contract spells them.</summary>
public sealed class KebabEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
