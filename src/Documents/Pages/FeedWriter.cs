using System.Xml;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>The Atom feed (RFC 4287) of the newest items.</summary>
internal static class FeedWriter
{
    private const int MostEntries = 50;
    private const int SummaryCharacters = 200;
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(PortalLinks links, PortalTexts texts, string agency, IReadOnlyList<FeedEntry> entries, DateTimeOffset asOf)
    {
        var newest = entries.OrderByDescending(e => e.UpdatedAt).ThenByDescending(e => e.Id, StringComparer.Ordinal).Take(MostEntries).ToList();
        return XmlBytes.Write(xml =>
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, texts.Language);
            Element(xml, "id", links.HomeAbsolute);
            Element(xml, "title", DisplayText.Clean(texts.Feed.Title.With(agency)));
            Element(xml, "updated", ChinaText.Machine(newest.Count > 0 ? newest[0].UpdatedAt : asOf));
            Link(xml, "self", links.Absolute(PortalPaths.Feed), "application/atom+xml");
            Link(xml, "alternate", links.HomeAbsolute, "text/html");
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", DisplayText.Clean(agency));
            xml.WriteEndElement();
            foreach (var entry in newest)
                Entry(xml, links, entry);
            xml.WriteEndElement();
        });
    }

    private static void Entry(XmlWriter xml, PortalLinks links, FeedEntry entry)
    {
        var address = links.Absolute(PortalPaths.Item(entry.Id));
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", address);
        Element(xml, "title", DisplayText.Clean(entry.Title));
        Link(xml, "alternate", address, "text/html");
        Element(xml, "published", ChinaText.Machine(entry.PublishedAt));
        Element(xml, "updated", ChinaText.Machine(entry.UpdatedAt));
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", DisplayText.Clean(entry.CategoryTitle));
        xml.WriteEndElement();
        Element(xml, "summary", DisplayText.Summary(entry.Summary, SummaryCharacters));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, value);

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
