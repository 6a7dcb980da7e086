using Lianxin.Core.Reports;
using Lianxin.Documents.Tests.Fonts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Lianxin.Documents.Tests.Pdf;

/// <summary>A rendered report, read again by an independent reader.</summary>
internal sealed class ReadBack : IDisposable
{
    private const double PageNumberZone = 99;

    public ReadBack(byte[] bytes)
    {
        Bytes = bytes;
        Document = PdfDocument.Open(bytes);
    }

    public byte[] Bytes { get; }

    public PdfDocument Document { get; }

    public DictionaryToken Catalog => Document.Structure.Catalog.CatalogDictionary;

    /// <summary>All characters of the body, in the order of the file, without page numbers.</summary>
    public string BodyText => string.Concat(Document.GetPages().Select(PageText));

    public static ReadBack Of(ReportContent content) => new(FetchedFonts.Renderer.Render(content));

    public static string PageText(Page page) => string.Concat(BodyLetters(page).Select(l => l.Value));

    public static IEnumerable<Letter> BodyLetters(Page page) => page.Letters.Where(l => l.StartBaseLine.Y > PageNumberZone);

    public static IEnumerable<Letter> PageNumberLetters(Page page) => page.Letters.Where(l => l.StartBaseLine.Y <= PageNumberZone);

    /// <summary>Baselines of the body's lines from top to bottom, points from the page's foot.</summary>
    public static IReadOnlyList<double> Baselines(Page page) =>
        [.. BodyLetters(page).Select(l => Math.Round(l.StartBaseLine.Y, 1)).Distinct().OrderDescending()];

    /// <summary>An entry with references followed.</summary>
    public IToken? Get(DictionaryToken dictionary, string name) =>
        dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve(token) : null;

    public IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? Document.Structure.GetObject(reference.Data).Data : token;

    public DictionaryToken Dictionary(DictionaryToken dictionary, string name) =>
        Get(dictionary, name).ShouldBeOfType<DictionaryToken>($"/{name}");

    public string? Name(DictionaryToken dictionary, string name) => (Get(dictionary, name) as NameToken)?.Data;

    /// <summary>Elements of the structure tree in reading order, the root element first.</summary>
    public IEnumerable<DictionaryToken> Elements()
    {
        var pending = new Stack<IToken>([Get(Dictionary(Catalog, "StructTreeRoot"), "K")!]);
        while (pending.TryPop(out var token))
        {
            if (Resolve(token) is ArrayToken array)
            {
                foreach (var child in array.Data.Reverse()) pending.Push(child);
            }
            else if (Resolve(token) is DictionaryToken element && Name(element, "S") is not null)
            {
                yield return element;
                if (Get(element, "K") is { } kids) pending.Push(kids);
            }
        }
    }

    public IReadOnlyList<string> ElementTypes() => [.. Elements().Select(e => Name(e, "S")!)];

    /// <summary>Descendant fonts with their descriptors, by the name of the font.</summary>
    public IReadOnlyDictionary<string, (DictionaryToken Font, DictionaryToken Descendant, DictionaryToken Descriptor)> Fonts()
    {
        var page = Document.GetPage(1).Dictionary;
        var fonts = Dictionary(Dictionary(page, "Resources"), "Font");
        return fonts.Data.Values.Select(token =>
        {
            var font = (DictionaryToken)Resolve(token);
            var descendant = (DictionaryToken)Resolve(((ArrayToken)Get(font, "DescendantFonts")!).Data[0]);
            return (font, descendant, Dictionary(descendant, "FontDescriptor"));
        }).ToDictionary(f => Name(f.Item2, "BaseFont")!);
    }

    public void Dispose() => Document.Dispose();
}
