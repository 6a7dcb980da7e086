using System.Globalization;
using System.Text;
using Lianxin.MakeSample;

// Writes the files of the samples that are made by chance from a fixed seed; with --check it only compares.
var root = Root();
var samples = Path.Combine(root, "samples");
(string Name, string Text)[] files =
[
    ("ligang-2014/1-items.csv", Register(Path.Combine(root, "build", "make-sample", "phrases"))),
    ("ligang-2014/3-feedback.csv", Opinions.Head + string.Concat(new Opinions(new Dice(282)).Rows())),
    ("statutory-2025/1-items.csv", Items2025.Head + string.Concat(new Items2025(new Dice(2025)).Rows())),
    ("statutory-2025/2-records.csv", Records2025.Head + string.Concat(new Records2025(new Dice(20251231)).Rows())),
];
var differing = 0;
foreach (var (name, text) in files)
{
    var target = Path.Combine(samples, name);
    if (!args.Contains("--check", StringComparer.Ordinal))
    {
        await File.WriteAllTextAsync(target, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        continue;
    }

    var same = File.Exists(target) && await File.ReadAllTextAsync(target) == text;
    differing += same ? 0 : 1;
    Console.WriteLine(same ? $"{name} is what this program makes." : $"{name} differs from what this program makes.");
}

return differing == 0 ? 0 : 1;

static string Register(string phrases)
{
    var author = new Author(new Dice(20141119), PhraseTables.Entries(File.ReadLines(Path.Combine(phrases, "entries.txt"))));
    string[] tables = ["news-1.txt", "news-2.txt", "news-3.txt", "work.txt", "finance.txt"];
    var drafts = tables
        .SelectMany(t => PhraseTables.Themes(File.ReadLines(Path.Combine(phrases, t))))
        .SelectMany(theme => theme.Slots.Select(slot => author.Write(theme, slot)))
        .OrderBy(d => d.PublishedOn)
        .ThenBy(d => d.FormedOn)
        .ThenBy(d => d.Entry, StringComparer.Ordinal)
        .ThenBy(d => d.Title, StringComparer.Ordinal);
    var csv = new StringBuilder("number,entry,office,village,title,body,formed_on,published_on,period,elements,channels,url\n");
    foreach (var (at, draft) in drafts.Index())
        csv.Append(Row(string.Create(CultureInfo.InvariantCulture, $"LG2014-{at + 1:0000}"), draft));
    return csv.ToString();
}

static string Row(string number, Draft d) => Csv.Row(
    number, d.Entry, d.Office, d.Village, d.Title, d.Body, Iso(d.FormedOn), Iso(d.PublishedOn), d.Period, Csv.Json(d.Elements), d.Channels,
    string.Create(CultureInfo.InvariantCulture, $"https://ligang.example/xxgk/2014/{d.PublishedOn.Month:00}/{number}.html"));

static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
        folder = folder.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
    return folder.FullName;
}
