using System.Collections.Concurrent;
using System.Reflection;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.Http;

/// <summary>A register that notes which of its reads were asked for.</summary>
public class CountedRegister : DispatchProxy
{
    private readonly ConcurrentQueue<string> calls = new();
    private IRegister inner = null!;

    internal static IRegister Around(IRegister inner)
    {
        var proxy = Create<IRegister, CountedRegister>();
        ((CountedRegister)proxy).inner = inner;
        return proxy;
    }

    /// <summary>Names of the calls since the last time.</summary>
    internal static IReadOnlyList<string> Take(IRegister register)
    {
        var counted = (CountedRegister)register;
        var taken = counted.calls.ToList();
        counted.calls.Clear();
        return taken;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        calls.Enqueue(targetMethod!.Name);
        return targetMethod.Invoke(inner, args);
    }
}
