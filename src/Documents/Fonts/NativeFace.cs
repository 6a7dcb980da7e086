using System.Reflection;
using System.Runtime.InteropServices;

namespace Lianxin.Documents.Fonts;

/// <summary>A font as HarfBuzz sees it. Made once per file and kept for the life of the process; HarfBuzz faces may be read by many threads.</summary>
internal sealed unsafe class NativeFace
{
    private static readonly Lazy<string?> Fault = new(() => FindFault(HarfBuzz.Library, HarfBuzz.Symbols));

    private NativeFace(nint handle) => Handle = handle;

    public nint Handle { get; }

    /// <exception cref="FontException">The native library is absent or lacks the subsetter.</exception>
    public static void EnsureUsable()
    {
        if (Fault.Value is { } fault) throw new FontException(fault);
    }

    public static NativeFace Create(FontData data)
    {
        EnsureUsable();
        var blob = HarfBuzz.BlobCreate(data.Start, (uint)data.Length, HarfBuzz.ReadOnlyMemory, 0, 0);
        var face = HarfBuzz.FaceCreate(blob, 0);
        HarfBuzz.BlobDestroy(blob);
        return new NativeFace(face);
    }

    /// <summary>What keeps the library from being used, in words for an operator; null when nothing does.</summary>
    internal static string? FindFault(string name, IEnumerable<string> symbols)
    {
        if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var library))
            return $"{name} is not beside the program; PDF documents cannot be made.";
        var missing = symbols.Where(symbol => !NativeLibrary.TryGetExport(library, symbol, out _)).ToList();
        return missing.Count == 0
            ? null
            : $"{name} lacks {string.Join(", ", missing)}; use the HarfBuzzSharp version pinned in Directory.Packages.props.";
    }
}
