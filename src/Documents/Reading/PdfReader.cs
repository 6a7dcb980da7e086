using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Lianxin.Documents.Reading;

/// <summary>
/// Reads the text of a PDF page by page, its properties, notes, and the files inside. The parser is foreign and a file may be made to
/// keep it busy for ever: it runs on a thread of its own, and a file that is not through in time is refused.
/// </summary>
internal static class PdfReader
{
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Threads that were given up at most; beyond that PDFs are refused until the app starts anew.</summary>
    private const int MostLost = 4;
    private static readonly byte[][] Active = ["/JavaScript"u8.ToArray(), "/JS"u8.ToArray(), "/Launch"u8.ToArray()];
    private static int lost;

    public static void Read(byte[] bytes, FileScan scan)
    {
        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
            throw UnreadableFileException.Broken();
        if (Volatile.Read(ref lost) >= MostLost)
            throw UnreadableFileException.TooMuch("检查时间");
        // A log of its own: a thread that was given up may still write into it.
        var own = scan with { Log = new FindingLog() };
        Exception? failure = null;
        using var done = new ManualResetEventSlim();
        var thread = new Thread(
            () =>
            {
                try
                {
                    ReadDocument(bytes, own);
                }
                catch (Exception broken) when (broken is not OutOfMemoryException)
                {
                    failure = broken;
                }
                finally
                {
                    Finish(done);
                }
            },
            StackBytes)
        { IsBackground = true, Priority = ThreadPriority.BelowNormal };
        thread.Start();
        var left = scan.Budget.Left;
        if (!done.Wait(left > TimeSpan.Zero ? left : TimeSpan.Zero))
        {
            Interlocked.Increment(ref lost);
            throw UnreadableFileException.TooMuch("检查时间");
        }

        if (failure is not null)
            throw failure as UnreadableFileException ?? (failure is PdfDocumentEncryptedException ? UnreadableFileException.Encrypted() : UnreadableFileException.Broken());
        scan.Log.Add(own.Log.Findings);
        foreach (var unseen in own.Log.Unseen)
            scan.Log.NeedsEye(unseen);
    }

    private static void Finish(ManualResetEventSlim done)
    {
        try
        {
            done.Set();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more: the thread was given up, and has ended after all.
            Interlocked.Decrement(ref lost);
        }
    }

    private static void ReadDocument(byte[] bytes, FileScan scan)
    {
        // Named in plain bytes at least; within packed objects it is not seen (docs/threat-model.md).
        if (Active.Any(a => bytes.AsSpan().IndexOf(a) >= 0))
            scan.Log.NeedsEye("内含脚本或启动命令");
        using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        if (document.IsEncrypted)
            throw UnreadableFileException.Encrypted();
        if (document.NumberOfPages > scan.Budget.Limits.Pages)
            throw UnreadableFileException.TooMuch("页数");
        var about = document.Information;
        foreach (var said in (string?[])[about.Title, about.Author, about.Subject, about.Keywords, about.Creator])
        {
            if (said is { Length: > 1 })
                scan.Text("文件属性", said);
        }

        if (document.TryGetXmpMetadata(out var xmp) && PlainText.TryDecode(xmp.GetXmlBytes().ToArray()) is { } metadata)
            scan.Text("文件属性", metadata);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            scan.Budget.Look();
            ReadPage(document.GetPage(number), scan);
        }

        ReadInside(document, scan);
    }

    private static void ReadPage(Page page, FileScan scan)
    {
        var lines = PdfLines.Of(page, scan.Budget);
        scan.Text($"第{page.Number}页", lines);
        foreach (var note in page.GetAnnotations())
        {
            scan.Budget.Cell();
            if (note.Content is { Length: > 1 } said)
                scan.Text($"第{page.Number}页批注", said);
        }

        if (page.NumberOfImages > 0)
            scan.Log.NeedsEye("内含图片");
        else if (string.IsNullOrWhiteSpace(lines) && page.Paths.Count > 0)
            scan.Log.NeedsEye("没有文字层的页面");
    }

    private static void ReadInside(PdfDocument document, FileScan scan)
    {
        if (!document.Advanced.TryGetEmbeddedFiles(out var files))
            return;
        scan.Budget.Enter(files.Count);
        foreach (var file in files)
        {
            scan.Text("内含文件名", file.Name);
            var inside = file.Memory.ToArray();
            scan.Budget.Unpack(inside.Length);
            FileKinds.Read(file.Name, inside, scan.Inside(Path.GetFileName(file.Name)));
        }
    }
}
