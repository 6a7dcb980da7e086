using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lianxin.Bench.Scans;

/// <summary>A benefit list of 100,000 invented rows as a workbook of some 20 MB: random characters, so that packing does not make it small. Clean, so that it is read to its end.</summary>
internal static class BigList
{
    public const int Rows = 100_000;

    public static byte[] Workbook()
    {
        var random = new Random(20141119);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/workbook.xml", writer => writer.Write("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"名单\" r:id=\"rId1\"/></sheets></workbook>"));
            Part(zip, "xl/_rels/workbook.xml.rels", writer => writer.Write("<R><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></R>"));
            Part(zip, "xl/worksheets/sheet1.xml", writer =>
            {
                writer.Write("<worksheet><sheetData><row>");
                foreach (var head in (string[])["姓名", "村社", "补助项目", "金额", "数量", "说明"])
                    Text(writer, head);
                writer.Write("</row>");
                for (var row = 0; row < Rows; row++)
                {
                    writer.Write("<row>");
                    Text(writer, "示*例");
                    Text(writer, "示例五村三社");
                    Text(writer, "耕地地力保护补贴");
                    Number(writer, random.Next(10_000, 900_000) / 100m);
                    Number(writer, random.Next(1, 100));
                    Text(writer, string.Create(66, random, static (span, from) =>
                    {
                        foreach (ref var c in span)
                            c = (char)from.Next('\u4E00', '\u9FA5');
                    }));
                    writer.Write("</row>");
                }

                writer.Write("</sheetData></worksheet>");
            });
        }

        return stream.ToArray();
    }

    /// <summary>Everyday sentences of a township, over and over, with other numbers each time.</summary>
    public static string Text(int characters)
    {
        var random = new Random(2014);
        var text = new StringBuilder(characters + 200);
        while (text.Length < characters)
        {
            text.Append(CultureInfo.InvariantCulture, $"示例镇召开养老服务工作会议，各站所{random.Next(5, 90)}人参加，下达资金{random.Next(1_000, 900_000)}.00元，咨询电话0951-8000{random.Next(100, 999)}。");
            text.Append(CultureInfo.InvariantCulture, $"依据立政发〔2014〕{random.Next(1, 90)}号，2014年{random.Next(1, 13)}月{random.Next(1, 29)}日起公示七个工作日。\n");
        }

        return text.ToString(0, characters);
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(writer);
    }

    private static void Text(StreamWriter writer, string text) => writer.Write($"<c t=\"inlineStr\"><is><t>{text}</t></is></c>");

    private static void Number(StreamWriter writer, decimal value) => writer.Write(string.Create(CultureInfo.InvariantCulture, $"<c><v>{value}</v></c>"));
}
