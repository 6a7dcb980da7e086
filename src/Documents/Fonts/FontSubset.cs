using System.Runtime.InteropServices;

namespace Lianxin.Documents.Fonts;

/// <summary>A font program cut down to some glyphs.</summary>
/// <param name="Program">A bare CFF table for PostScript outlines, an sfnt for TrueType ones.</param>
/// <param name="Cids">Character identifier in <paramref name="Program"/> of each original glyph.</param>
internal sealed record FontSubset(byte[] Program, IReadOnlyDictionary<ushort, ushort> Cids)
{
    // What a PDF reader never asks an embedded CID font for.
    private static readonly string[] NeedlessTables =
        ["GSUB", "GPOS", "GDEF", "BASE", "kern", "vhea", "vmtx", "VORG", "name", "post", "OS/2", "cmap", "DSIG", "gasp", "FFTM", "meta", "hdmx", "LTSH", "VDMX", "PCLT"];

    /// <exception cref="FontException">HarfBuzz refused the font.</exception>
    public static FontSubset Of(FontFace face, IEnumerable<ushort> glyphs)
    {
        var wanted = glyphs.ToList();
        var input = HarfBuzz.InputCreate();
        nint plan = 0, subset = 0;
        try
        {
            HarfBuzz.InputSetFlags(input, HarfBuzz.SubsetFlags);
            var glyphSet = HarfBuzz.InputGlyphSet(input);
            HarfBuzz.SetAdd(glyphSet, 0);
            foreach (var glyph in wanted) HarfBuzz.SetAdd(glyphSet, glyph);
            var dropped = HarfBuzz.InputSet(input, HarfBuzz.DropTables);
            foreach (var tag in NeedlessTables) HarfBuzz.SetAdd(dropped, Tag(tag));
            plan = HarfBuzz.PlanCreate(face.Native.Handle, input);
            if (plan != 0) subset = HarfBuzz.PlanExecute(plan);
            if (subset == 0) throw new FontException($"HarfBuzz could not subset {face.Path}.");
            var map = HarfBuzz.PlanGlyphMapping(plan);
            var font = Bytes(subset);
            if (!face.IsCff) return new FontSubset(font, wanted.ToDictionary(g => g, g => (ushort)HarfBuzz.MapGet(map, g)));
            var (offset, length) = SfntTables.Read(font)["CFF "];
            var cff = font.AsSpan(offset, length).ToArray();
            var charset = CffCharset.Read(cff);
            return new FontSubset(cff, wanted.ToDictionary(g => g, g => charset.Cid((ushort)HarfBuzz.MapGet(map, g))));
        }
        finally
        {
            if (subset != 0) HarfBuzz.FaceDestroy(subset);
            if (plan != 0) HarfBuzz.PlanDestroy(plan);
            HarfBuzz.InputDestroy(input);
        }
    }

    private static uint Tag(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];

    private static unsafe byte[] Bytes(nint face)
    {
        var blob = HarfBuzz.FaceReferenceBlob(face);
        try
        {
            var data = HarfBuzz.BlobGetData(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy((nint)data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            HarfBuzz.BlobDestroy(blob);
        }
    }
}
