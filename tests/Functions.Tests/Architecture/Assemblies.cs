using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lianxin.Functions.Tests.Architecture;

/// <summary>Reads built assemblies: what they reference, and which type of ours uses which other in its signatures and bodies.</summary>
internal static class Assemblies
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => (int)(ushort)c.Value);

    public static List<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(a => a.Name!)];

    /// <summary>Full names of every type of other assemblies that this one mentions anywhere.</summary>
    public static List<string> ForeignTypes(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")];
    }

    /// <summary>Pairs of a type and a type of the same assembly that it uses.</summary>
    public static IEnumerable<(Type User, Type Used)> Uses(Assembly assembly) =>
        from type in assembly.GetTypes()
        from used in MentionedBy(type).SelectMany(Parts).Distinct()
        where used.Assembly == assembly
        select (type, used);

    private static IEnumerable<Type> MentionedBy(Type type)
    {
        foreach (var parent in type.GetInterfaces().Append(type.BaseType).OfType<Type>())
            yield return parent;
        foreach (var field in type.GetFields(Everything))
            yield return field.FieldType;
        foreach (var method in type.GetMembers(Everything).OfType<MethodBase>())
        {
            if (method is MethodInfo { ReturnType: { } answer })
                yield return answer;
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
            if (method.GetMethodBody() is { } body)
            {
                foreach (var mentioned in body.LocalVariables.Select(v => v.LocalType).Concat(MentionedIn(method, body)))
                    yield return mentioned;
            }
        }
    }

    private static IEnumerable<Type> MentionedIn(MethodBase method, MethodBody body)
    {
        var bytes = body.GetILAsByteArray()!;
        for (var at = 0; at < bytes.Length;)
        {
            int code = bytes[at++];
            if (code == 0xFE)
                code = (code << 8) | bytes[at++];
            var operand = Codes[code].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var type in Resolve(method, BitConverter.ToInt32(bytes, at)))
                    yield return type;
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
        return new[] { member as Type, member!.DeclaringType }.OfType<Type>();
    }

    /// <summary>A type, and the types that it is built of.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return [];
        return type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
