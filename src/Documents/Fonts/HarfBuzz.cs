using System.Runtime.InteropServices;

namespace Lianxin.Documents.Fonts;

/// <summary>
/// The subsetter inside libHarfBuzzSharp. The library exports it, its C# binding does not wrap it
/// (https://harfbuzz.github.io/harfbuzz-hb-subset.html).
/// </summary>
internal static partial class HarfBuzz
{
    public const string Library = "libHarfBuzzSharp";

    /// <summary>No hinting, .notdef keeps its outline, no closure over layout features (glyphs are chosen by the typesetter).</summary>
    public const uint SubsetFlags = 0x001 | 0x040 | 0x200;

    /// <summary>HB_SUBSET_SETS_DROP_TABLE_TAG.</summary>
    public const int DropTables = 3;

    public const int ReadOnlyMemory = 1;

    /// <summary>Everything that is called, checked at start so that another build of the library fails early and by name.</summary>
    public static readonly string[] Symbols =
    [
        "hb_blob_create", "hb_blob_destroy", "hb_blob_get_data", "hb_face_create", "hb_face_destroy", "hb_face_reference_blob", "hb_set_add",
        "hb_map_get", "hb_subset_input_create_or_fail", "hb_subset_input_destroy", "hb_subset_input_glyph_set", "hb_subset_input_set",
        "hb_subset_input_set_flags", "hb_subset_plan_create_or_fail", "hb_subset_plan_destroy", "hb_subset_plan_execute_or_fail",
        "hb_subset_plan_old_to_new_glyph_mapping",
    ];

    [LibraryImport(Library, EntryPoint = "hb_blob_create")]
    public static unsafe partial nint BlobCreate(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    public static partial void BlobDestroy(nint blob);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    public static unsafe partial byte* BlobGetData(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_face_create")]
    public static partial nint FaceCreate(nint blob, uint index);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    public static partial void FaceDestroy(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    public static partial nint FaceReferenceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    public static partial void SetAdd(nint set, uint value);

    [LibraryImport(Library, EntryPoint = "hb_map_get")]
    public static partial uint MapGet(nint map, uint key);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    public static partial nint InputCreate();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    public static partial void InputDestroy(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    public static partial nint InputGlyphSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    public static partial nint InputSet(nint input, int kind);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    public static partial void InputSetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_create_or_fail")]
    public static partial nint PlanCreate(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_destroy")]
    public static partial void PlanDestroy(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_execute_or_fail")]
    public static partial nint PlanExecute(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_old_to_new_glyph_mapping")]
    public static partial nint PlanGlyphMapping(nint plan);
}
