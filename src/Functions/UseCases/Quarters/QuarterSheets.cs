using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Sheets;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// The notice-board sheets of a quarter (S26): one for the agency with the masked copies, one for each village with its own lists in full,
/// one for each office that has something for its board, and one for the Party where something went out inside it.
/// </summary>
public sealed class QuarterSheets(
    IRegister register, IDocumentStore documents, DutyBook book, Lazy<FontLibrary> fonts, PortalSettings portal, PortalLinks links, Anchors.AnchorBook anchors, ReferenceData reference, BusinessClock business) : IQuarterSheets
{
    /// <summary>Place of the sheet for members, which hangs where only they come.</summary>
    public const string Party = PostingCommands.PartyBoard;

    private const int ReadsAtOnce = 8;

    public async Task<IReadOnlyList<SheetFile>> MakeAsync(QuarterView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        var items = await ItemsAsync(view.Rows.Where(r => r.IsUp || r.Status == ItemStatus.PublishedToParty), cancellation);
        var before = (await book.QuarterAsync(view.Record.Agency, view.Quarter.Previous, cancellation)).Value;
        var anchor = await anchors.ShortAsync(view.Record.Agency, cancellation);
        var files = new List<SheetFile>();
        foreach (var place in PlacesOf(items))
        {
            var sheet = SheetOf(view, place, items, before) with { Anchor = anchor };
            foreach (var paper in Enum.GetValues<SheetPaper>())
            {
                files.Add(await WriteAsync(view, place.Code, sheet, paper, cancellation));
            }
        }

        return files;
    }

    private async Task<SheetFile> WriteAsync(QuarterView view, string place, NoticeBoardSheet sheet, SheetPaper paper, CancellationToken cancellation)
    {
        var size = paper == SheetPaper.A3 ? "a3" : "a4";
        var rendering = new NoticeBoardSheetRenderer(fonts.Value).Render(sheet, paper);
        var name = $"{view.Record.Agency}/{view.Quarter}/{(place.Length == 0 ? "all" : place)}-{size}.pdf";
        await documents.PutAsync(Containers.Bulletins, name, rendering.Bytes, "application/pdf", cancellation);
        return new SheetFile(place, size, name, rendering.PageCount, Convert.ToHexStringLower(SHA256.HashData(rendering.Bytes)));
    }

    private async Task<IReadOnlyList<Item>> ItemsAsync(IEnumerable<QuarterRow> rows, CancellationToken cancellation)
    {
        var items = new List<Item>();
        foreach (var chunk in rows.OrderBy(r => r.Entry, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).Chunk(ReadsAtOnce))
        {
            foreach (var stored in await Task.WhenAll(chunk.Select(r => register.FindAsync(r.Id, cancellation))))
            {
                if (stored is not null)
                {
                    items.Add(stored.Item);
                }
            }
        }

        return items;
    }

    private List<Place> PlacesOf(IReadOnlyList<Item> items)
    {
        var places = new List<Place> { new("", portal.AgencyName, PlaceKind.Agency) };
        places.AddRange(reference.Catalogue.Offices.Where(o => o.IsVillage).Select(o => new Place(o.Code, o.Title, PlaceKind.Village)));
        places.AddRange(reference.Catalogue.Offices
            .Where(o => !o.IsVillage && items.Any(i => IsOnBoardOf(i, o.Code)))
            .Select(o => new Place(o.Code, o.Title, PlaceKind.Office)));
        if (items.Any(i => i.Status == ItemStatus.PublishedToParty))
        {
            places.Add(new Place(Party, "党内公开", PlaceKind.Party));
        }

        return places;
    }

    private NoticeBoardSheet SheetOf(QuarterView view, Place place, IReadOnlyList<Item> items, QuarterRecord before)
    {
        var mine = items.Where(i => Belongs(i, place)).ToList();
        var full = mine.Where(i => place.Kind != PlaceKind.Agency || i.Content.Period is not null || IsForBoards(i)).ToList();
        var others = mine.Except(full).Where(i => i.Released is not null).OrderBy(i => i.PublishedAt).ToList();
        var head = new SheetHead(
            $"bulletin/{view.Record.Agency}/{view.Quarter}/{place.Code}",
            place.Kind == PlaceKind.Party ? $"{portal.AgencyName}{view.Quarter.ToChinese()}党务公开公示" : $"{portal.AgencyName}{view.Quarter.ToChinese()}信息公开公示",
            portal.AgencyName,
            place.Title,
            view.Quarter.ToChinese(),
            business.Today,
            business.Today,
            QuarterDays.ClosesOn(view.Quarter.Next),
            portal.Contact.Telephone,
            place.Kind == PlaceKind.Party ? null : links.Absolute(PortalPaths.Year(view.Quarter.Year)));
        return new NoticeBoardSheet(head, [.. full.Select(i => NoticeOf(i, place))], TakeDown(view, place, before))
        {
            Others = others.Count == 0 ? null : new SheetList("", ["公开日期", "标题", "索引号"], [.. others.Select(OtherRow)]),
        };
    }

    /// <summary>The sheet of the quarter before goes when this one comes.</summary>
    private IReadOnlyList<TakeDownLine> TakeDown(QuarterView view, Place place, QuarterRecord before) =>
        before.SheetsAt is { } posted && before.Sheets.Any(s => string.Equals(s.Place, place.Code, StringComparison.Ordinal))
            ? [new TakeDownLine($"{view.Quarter.Previous.ToChinese()}信息公开公示（{place.Title}）", ChinaTime.DateOf(posted), business.Today)]
            : [];

    private static bool Belongs(Item item, Place place)
    {
        if (place.Kind == PlaceKind.Party)
        {
            return item.Status == ItemStatus.PublishedToParty;
        }

        return Visibility.IsPublic(item) && place.Kind switch
        {
            PlaceKind.Village => string.Equals(item.Content.Village ?? item.Office, place.Code, StringComparison.Ordinal),
            PlaceKind.Office => IsOnBoardOf(item, place.Code),
            _ => true,
        };
    }

    private static bool IsOnBoardOf(Item item, string office) =>
        Visibility.IsPublic(item) && item.Content.Village is null && IsForBoards(item) && string.Equals(item.Office, office, StringComparison.Ordinal);

    private static bool IsForBoards(Item item) => item.Channels.Contains("notice-board", StringComparer.Ordinal);

    private NoticeItem NoticeOf(Item item, Place place)
    {
        var content = ContentFor(item, place);
        var entry = reference.Catalogue.Entry(item.Entry);
        var elements = new List<SheetLine>();
        if (!item.NilReturn)
        {
            elements.AddRange(entry?.RequiredElements.Where(e => content.Elements.ContainsKey(e.Key)).Select(e => new SheetLine(e.Label, content.Elements[e.Key])) ?? []);
        }

        if (item.ExpiresOn is { } until)
        {
            elements.Add(new SheetLine("公示期至", ChineseDates.Text(until)));
        }

        var on = item.PublishedAt ?? item.PartyReleasedAt;
        return new NoticeItem(
            content.Title,
            entry?.Title ?? item.Entry,
            item.IndexNumber,
            on is { } at ? ChinaTime.DateOf(at) : business.Today,
            item.NilReturn ? "" : content.Body,
            elements,
            [],
            item.NilReturn ? content.Body : null,
            Visibility.IsPublic(item) ? links.Absolute(PortalPaths.Item(item.Id)) : null);
    }

    /// <summary>In full on the board of the village that it concerns, masked everywhere else.</summary>
    private static ItemContent ContentFor(Item item, Place place) =>
        place.Kind == PlaceKind.Party ? item.Content
        : place.Kind == PlaceKind.Village ? item.Released!.Content
        : PublicCopy.Of(item, item.Released!);

    private static IReadOnlyList<string> OtherRow(Item item) =>
        [item.PublishedAt is { } at ? ChinaTime.DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "", PublicCopy.Of(item, item.Released!).Title, item.IndexNumber];

    private enum PlaceKind
    {
        Agency,
        Village,
        Office,
        Party,
    }

    private sealed record Place(string Code, string Title, PlaceKind Kind);
}
