using Lianxin.Core.Catalogue;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.Desk;

/// <summary>校对和个人信息提示 on an item's page.</summary>
public sealed record NotesModel(ItemNotes Notes, CatalogueEntry Entry)
{
    public bool IsEmpty => Notes.Proofreading.Count == 0 && Notes.Personal.Count == 0;

    /// <summary>A place as it is called on the page.</summary>
    public string PlaceOf(string place) => PlaceOf(place, Entry);

    /// <param name="entry">For the labels of elements; null shows their keys.</param>
    public static string PlaceOf(string place, CatalogueEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place switch
        {
            "title" => "标题",
            "body" => "正文",
            "changeNote" => "修改说明",
            "attachments" => "附件名称",
            _ when place.StartsWith("attachments.", StringComparison.Ordinal) => "附件 " + place[12..],
            _ when place.StartsWith("elements.", StringComparison.Ordinal) => entry?.RequiredElements.FirstOrDefault(e => string.Equals(e.Key, place[9..], StringComparison.Ordinal))?.Label ?? place[9..],
            _ => place,
        };
    }
}
