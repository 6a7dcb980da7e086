using System.Text;
using System.Xml;

namespace Lianxin.Documents.Pages;

/// <summary>An XML document as UTF-8 bytes, the same on every machine.</summary>
internal static class XmlBytes
{
    public static byte[] Write(Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartDocument();
            content(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }
}
