using Lianxin.Core.Access;
using Lianxin.Core.Assessment;
using Lianxin.Core.Duties;
using Lianxin.Core.Proofreading;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Reading;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Assessments;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Functions.UseCases.Quarters;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

/// <summary>The quarters' desk, the evidence of posting and the assessment over a town hall in memory.</summary>
internal sealed class DeskTown : IDisposable
{
    public static readonly Actor Villager = new("clerk-cun-01", "示例村务经办人", Role.Clerk, TownHall.Agency, "cun-01");
    public static readonly Actor Supervisor = new("supervisor", "示例监督员", Role.Supervisor, TownHall.Agency, "jiwei");

    public DeskTown(LianxinOptions? options = null)
    {
        Quarter = new QuarterTown(options);
        var town = Quarter.Town;
        Postings = new PostingBook(town.Room.Ledgers, Quarter.Book, town.Documents, town.Reference, town.Business, town.Contexts, town.Options);
        Scheme = SchemeFile.Load(Path.Combine(AppContext.BaseDirectory, "Data"));
        Timeliness = new Timeliness(town.Register, Quarter.Board, Quarter.Service, Complaints, Scheme, town.Reference, town.Business);
        var formats = RuleFiles.Load(Path.Combine(AppContext.BaseDirectory, "Data")).Formats;
        var links = new PortalLinks(new PortalSettings("立岗镇人民政府", new Uri("https://town.example"), new Uri("https://api.town.example"), new PortalContact("党政办公室")));
        var reader = new FileReader(town.Clock);
        var readings = new FileReadings(town.Documents, reader);
        var noting = new ItemNoting(new Proofreader(RuleFiles.LoadProofreading(Path.Combine(AppContext.BaseDirectory, "Data"))), readings, new OlderLists(town.Register, town.Business));
        var copies = new PublicCopies(town.Documents, readings, new PublicFileCopy(reader, town.Clock), town.Reference);
        Views = new DeskViews(town.Register, town.Room.Reports, town.Room.Jobs, new LeadingGroup(town.Room.Accounts), noting, copies, town.Reference, formats, new YearlyTown(town).Board, links, town.Business, town.Options);
        Desk = new QuartersDesk(Views, Quarter.Board, Quarter.Book, Quarter.Preflight, Postings, Quarter.Service, Quarter.Run, town.Reference, town.Business, town.Options);
    }

    public QuarterTown Quarter { get; }

    public PostingBook Postings { get; }

    public AssessmentScheme Scheme { get; }

    public Timeliness Timeliness { get; }

    public DeskViews Views { get; }

    public QuartersDesk Desk { get; }

    public CountedComplaints Complaints { get; } = new();

    public static HttpContext As(Actor by, string address = "/desk/quarters/2026-Q1")
    {
        var context = new DefaultHttpContext();
        context.Items[typeof(Account)] = new Account(by.Agency, by.Account, by.Name, by.Role, by.Office, "", "", false, 0, null);
        var parts = address.Split('?', 2);
        context.Request.Path = parts[0];
        context.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
        context.Response.Body = new MemoryStream();
        return context;
    }

    /// <summary>The first quarter closed on April 1, with a sheet for the town, one for the first village and one for the Party.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        await Quarter.Service.SinceAsync(TownHall.Agency, cancellation);
        Quarter.GoTo("2026-04-01 08:40:00");
        await Quarter.PassAsync(cancellation);
        var kept = await Quarter.Book.QuarterAsync(TownHall.Agency, QuarterTown.FirstQuarter, cancellation);
        SheetFile[] sheets = [.. new[] { "", "cun-01", "party" }.SelectMany(p => new[] { "a4", "a3" }.Select(size => new SheetFile(p, size, $"{p}-{size}", 2, "ab12")))];
        (await Quarter.Book.SaveAsync(kept.Value with { Sheets = sheets }, kept.Fence, cancellation)).ShouldNotBeNull();
    }

    public static async Task<string> AnswerAsync(HttpContext context)
    {
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Quarter.Dispose();

    internal sealed class CountedComplaints : IComplaintCounts
    {
        public IReadOnlyDictionary<string, int> ByItem { get; set; } = new Dictionary<string, int>();

        public Task<IReadOnlyDictionary<string, int>> CountAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation) => Task.FromResult(ByItem);
    }
}
