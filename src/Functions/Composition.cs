using System.Diagnostics.CodeAnalysis;
using Lianxin.Core.Cases;
using Lianxin.Core.Items;
using Lianxin.Core.Notices;
using Lianxin.Core.Proofreading;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Reading;
using Lianxin.Functions.Access;
using Lianxin.Functions.Channels;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http;
using Lianxin.Functions.Queues;
using Lianxin.Functions.Telemetry;
using Lianxin.Functions.Timers;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Accounts;
using Lianxin.Functions.UseCases.Anchors;
using Lianxin.Functions.UseCases.Assessments;
using Lianxin.Functions.UseCases.Calendars;
using Lianxin.Functions.UseCases.Checks;
using Lianxin.Functions.UseCases.Learning;
using Lianxin.Functions.UseCases.Demo;
using Lianxin.Functions.UseCases.Handovers;
using Lianxin.Functions.UseCases.Health;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Functions.UseCases.Yearly;
using Lianxin.Storage;

namespace Lianxin.Functions;

/// <summary>The composition root: which class serves which port, and which routes there are.</summary>
[SuppressMessage("Design", "CA1506", Justification = "A composition root knows every room; that is its work.")]
public static class Composition
{
    public static void Compose(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var folder = builder.Configuration["Lianxin:DataFolder"] ?? Path.Combine(AppContext.BaseDirectory, "Data");
        services.AddAccess(builder.Configuration);
        AddStorage(services, builder.Configuration);
        AddRules(services, folder);
        AddDocuments(services, builder.Configuration, folder);
        AddUseCases(services);
        AddNotices(services, builder.Configuration);
        AddHandovers(services, builder.Configuration);
        services.AddSingleton(new OpenApiResource(Path.Combine(AppContext.BaseDirectory, "Data", "openapi.json")));
        services.AddHostedService(provider => provider.GetRequiredService<Preparation>());
        services.AddTimerHandler<OutboxSweep>(FunctionNames.OutboxSweep);
        services.AddTimerHandler<PublicationSweep>(FunctionNames.PublicationSweep);
        services.AddTimerHandler<DutySweep>(FunctionNames.DutySweep);
        services.AddTimerHandler<FeedbackSweep>(FunctionNames.FeedbackSweep);
        services.AddTimerHandler<AnnualReportTimer>(FunctionNames.AnnualReport);
        services.AddQueueHandler<PublishItem>(FunctionNames.PublishItem);
        services.AddQueueHandler<PublishItem>(FunctionNames.RepublishItem);
        services.AddQueueHandler<RunWork>(FunctionNames.RunWork);
        services.AddTimerHandler<PrivacySweep>(FunctionNames.PrivacySweep);
        services.AddTimerHandler<HandoverSweep>(FunctionNames.HandoverSweep);
        services.AddTimerHandler<AnchorSweep>(FunctionNames.AnchorSweep);
        services.AddTimerHandler<NoticeSweep>(FunctionNames.NoticeSweep);
        services.AddQueueHandler<SendNotice>(FunctionNames.SendNotice);
        builder.AddTelemetry();
    }

    public static void Map(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(async (context, next) =>
        {
            // The health report has to answer while storage hangs, and needs no holidays.
            if (context.Request.Path != Permissions.Health.Template)
            {
                await context.RequestServices.GetRequiredService<HolidayNotices>().RefreshAsync(context.RequestAborted);
            }

            await next(context);
        });
        app.MapSession();
        app.Services.GetRequiredService<OutsideSessions>().Map(app);
        app.Services.GetRequiredService<OwnAccountResource>().Map(app);
        app.Services.GetRequiredService<AccountsResource>().Map(app);
        app.Services.GetRequiredService<CatalogueResource>().Map(app);
        app.Services.GetRequiredService<CalendarResource>().Map(app);
        app.Services.GetRequiredService<Items>().Map(app);
        app.Services.GetRequiredService<NilReturns>().Map(app);
        app.Services.GetRequiredService<Quarters>().Map(app);
        app.Services.GetRequiredService<Postings>().Map(app);
        app.Services.GetRequiredService<TimelinessResource>().Map(app);
        app.Services.GetRequiredService<Demo>().Map(app);
        app.Services.GetRequiredService<LearningResource>().Map(app);
        app.Services.GetRequiredService<FeedbackResource>().Map(app);
        app.Services.GetRequiredService<CasesResource>().Map(app);
        app.Services.GetRequiredService<FunnelResource>().Map(app);
        app.Services.GetRequiredService<Imports>().Map(app);
        app.Services.GetRequiredService<JobsResource>().Map(app);
        app.Services.GetRequiredService<Reports>().Map(app);
        app.Services.GetRequiredService<ReportCheck>().Map(app);
        app.Services.GetRequiredService<RecordsResource>().Map(app);
        app.Services.GetRequiredService<Deliveries>().Map(app);
        app.Services.GetRequiredService<HandoversResource>().Map(app);
        app.Services.GetRequiredService<PrivacyResource>().Map(app);
        app.Services.GetRequiredService<Troubles>().Map(app);
        app.Services.GetRequiredService<AnchorsResource>().Map(app);
        app.Services.GetRequiredService<HealthResource>().Map(app);
        app.Services.GetRequiredService<OpenApiResource>().Map(app);
        app.Services.GetRequiredService<DeskRoutes>().Map(app);
    }

    private static void AddStorage(IServiceCollection services, ConfigurationManager configuration)
    {
        var account = configuration["Lianxin:StorageAccount"] ?? configuration["AzureWebJobsStorage:accountName"];
        services.AddSingleton(provider => StorageRoom.Open(
            new StorageOptions
            {
                ConnectionString = account is null ? configuration["AzureWebJobsStorage"] : null,
                AccountName = account,
                EndpointSuffix = configuration["Lianxin:StorageSuffix"] ?? "core.windows.net",
                IndexPrefix = provider.GetRequiredService<LianxinOptions>().IndexPrefix,
            },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Register);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Ledgers);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Reports);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Documents);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Messages);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Accounts);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Jobs);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Probe);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Troubles);
        services.AddSingleton(p => p.GetRequiredService<StorageRoom>().Outbox);
    }

    private static void AddRules(IServiceCollection services, string folder)
    {
        var rules = RuleFiles.Load(folder);
        services.AddSingleton(rules.Reference);
        services.AddSingleton(rules.Formats);
        services.AddSingleton(rules.Forms);
        services.AddSingleton(SchemeFile.Load(folder));
        services.AddSingleton(rules.Kinds);
        services.AddSingleton(new Proofreader(RuleFiles.LoadProofreading(folder)));
        services.AddSingleton(RuleFiles.LoadYearly(folder, rules.Kinds, rules.Reference.Catalogue));
        var notices = RuleFiles.LoadNotices(folder, rules.Reference.Catalogue);
        services.AddSingleton(notices.Ladder);
        services.AddSingleton(notices.Contacts);
        services.AddSingleton(provider =>
        {
            var limits = provider.GetRequiredService<LianxinOptions>().Limits;
            return new ItemLimits(limits.TitleCharacters, limits.BodyCharacters, Attachments: limits.Attachments);
        });
        services.AddSingleton(new ProcedureSettings());
        services.AddSingleton(new CaseSettings());
    }

    private static void AddDocuments(IServiceCollection services, ConfigurationManager configuration, string folder)
    {
        var fonts = configuration["Lianxin:FontsFolder"] ?? Path.Combine(AppContext.BaseDirectory, "fonts");
        // Fonts are read when the first document is made, so that an app without them still takes submissions.
        services.AddSingleton(_ => new Lazy<FontLibrary>(() => FontLibrary.Load(fonts)));
        services.AddSingleton<IReportRenderer>(provider => new LateRenderer(() => new PdfReportRenderer(provider.GetRequiredService<Lazy<FontLibrary>>().Value)));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<LianxinOptions>();
            return ColumnFile.Load(folder, options.SiteLanguage, options.AgencyName, provider.GetRequiredService<ReferenceData>().Catalogue);
        });
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<LianxinOptions>();
            var own = options.ApiBaseUrl ?? options.PublicBaseUrl ?? new Uri("http://127.0.0.1:7071");
            return new PortalSettings(options.AgencyName, options.PublicBaseUrl ?? own, own, provider.GetRequiredService<ColumnSettings>().Contact)
            {
                Texts = PortalTexts.For(options.SiteLanguage),
            };
        });
        services.AddSingleton<PortalPages>();
        services.AddSingleton(p => p.GetRequiredService<PortalPages>().Links);
    }

    private static void AddFeedback(IServiceCollection services)
    {
        services.AddSingleton<KeyedHashes>();
        services.AddSingleton<FeedbackBook>();
        services.AddSingleton<FeedbackCommands>();
        services.AddSingleton<CaseBook>();
        services.AddSingleton<CaseCommands>();
        services.AddSingleton<FeedbackSweeps>();
        services.AddSingleton<FeedbackImporting>();
        services.AddSingleton<FeedbackPages>();
        services.AddSingleton<FeedbackDesk>();
        services.AddSingleton<FeedbackResource>();
        services.AddSingleton<CasesResource>();
        services.AddSingleton<FunnelResource>();
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddSingleton<CommandContexts>();
        services.AddSingleton<ItemIdentities>();
        services.AddSingleton<ItemCommands>();
        AddFeedback(services);
        services.AddSingleton<LeadingGroup>();
        services.AddSingleton(provider => new FileReader(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FileReadings>();
        services.AddSingleton<PublicScan>();
        services.AddSingleton<PublicFileCopy>(provider => new PublicFileCopy(provider.GetRequiredService<FileReader>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PublicCopies>();
        services.AddSingleton<OlderLists>();
        services.AddSingleton<ItemNoting>();
        services.AddSingleton<PrivacyResource>();
        services.AddSingleton<AttachmentIntake>();
        services.AddSingleton<IFeedbackQuotes, FeedbackQuotes>();
        services.AddSingleton<TellingRepublished>();
        services.AddSingleton<Clarifications>();
        services.AddSingleton<VersionPages>();
        services.AddSingleton<Site>();
        services.AddSingleton<SiteLists>();
        services.AddSingleton<SiteData>();
        services.AddSingleton<SiteColumn>();
        services.AddSingleton<CoveragePages>();
        services.AddSingleton<CasePages>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<PublicationAttempts>();
        services.AddSingleton<Sweeps>();
        services.AddSingleton(provider => new ImportReader(provider.GetRequiredService<LianxinOptions>().Limits.ImportRows, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CheckedFiles>();
        services.AddSingleton<LostForms>();
        services.AddSingleton<Importing>();
        services.AddSingleton<WorkJobs>();
        services.AddSingleton<QueueFailures>();
        services.AddSingleton<IQueueWatch>(p => p.GetRequiredService<QueueFailures>());
        services.AddSingleton<TroubleRecords>();
        services.AddSingleton<TroubleShooting>();
        services.AddSingleton<Reporting>();
        services.AddSingleton<RecordBook>();
        services.AddSingleton<Recording>();
        services.AddSingleton<RecordImporting>();
        services.AddSingleton<YearlyDraft>();
        services.AddSingleton<YearlyBook>();
        services.AddSingleton<YearlyBoard>();
        services.AddSingleton<NilStatements>();
        services.AddSingleton<IYearlyNotices, YearlyNotices>();
        services.AddSingleton<TimerRuns>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton<HealthReport>();
        services.AddSingleton<InService>();
        services.AddSingleton<DutyBook>();
        services.AddSingleton<QuarterBoard>();
        services.AddSingleton<Preflight>();
        services.AddSingleton<NilReturning>();
        services.AddSingleton<IQuarterSheets, QuarterSheets>();
        services.AddSingleton<IQuarterNotices, QuarterNotices>();
        services.AddSingleton<WallSheets>();
        services.AddSingleton<IWallSheets>(p => p.GetRequiredService<WallSheets>());
        services.AddSingleton<QuarterRun>();
        services.AddSingleton<QuarterJobs>();
        services.AddSingleton<SheetLinks>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<PostingBook>();
        services.AddSingleton<CoveragePrint>();
        services.AddSingleton<IComplaintCounts, FeedbackComplaints>();
        services.AddSingleton<Timeliness>();
        services.AddSingleton<AssessmentPrint>();
        services.AddSingleton<QuartersDesk>();
        services.AddSingleton<Postings>();
        services.AddSingleton<TimelinessResource>();
        services.AddSingleton<DemoClock>();
        services.AddSingleton<Exercises>();
        services.AddSingleton<LearnDesk>();
        services.AddSingleton<LearningResource>();
        services.AddHostedService<DemoClockFollower>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<DeskViews>();
        services.AddSingleton<TroubleViews>();
        services.AddSingleton<PrivacyDesk>();
        services.AddSingleton<DeskAnswers>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<FirstAdmin>();
        services.AddSingleton<AccountsDesk>();
        services.AddSingleton<AccountsResource>();
        services.AddSingleton<OutsideSessions>();
        services.AddSingleton<OwnAccountResource>();
        services.AddSingleton<DeskRoutes>();
        services.AddSingleton<CatalogueResource>();
        services.AddSingleton<HolidayNotices>();
        services.AddSingleton<CalendarBook>();
        services.AddSingleton<CalendarDesk>();
        services.AddSingleton<CatalogueDesk>();
        services.AddSingleton<CalendarResource>();
        services.AddSingleton<JobsResource>();
        services.AddSingleton<AnchorBook>();
        services.AddSingleton<Certificates>();
        services.AddSingleton<DecisionMinutes>();
        services.AddSingleton<FunnelDesk>();
        services.AddSingleton<SiteWriters>();
        services.AddSingleton<CheckedItems>();
        services.AddSingleton<CheckedYears>();
        services.AddSingleton<CheckedBooks>();
        services.AddSingleton<RegisterCheck>();
        services.AddSingleton<AnchorsDesk>();
        services.AddSingleton<AnchorsResource>();
        services.AddSingleton<HealthResource>();
        services.AddSingleton<Items>();
        services.AddSingleton<Imports>();
        services.AddSingleton<Reports>();
        services.AddSingleton<Troubles>();
        services.AddSingleton<RecordsResource>();
        services.AddSingleton<RecordsDesk>();
        services.AddSingleton<NilReturns>();
        services.AddSingleton<Quarters>();
        services.AddSingleton<Demo>();
        services.AddSingleton<ReportCheck>();
    }

    private static void AddHandovers(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton(CountyHostsReader.Read(configuration));
        services.AddSingleton(CountyLimits.Default);
        services.AddSingleton<ICountyPages, CountyPages>();
        services.AddSingleton<HandoverBook>();
        services.AddSingleton<HandoverList>();
        services.AddSingleton<HandoverPackages>();
        services.AddSingleton<HandoverTicks>();
        services.AddSingleton<HandoverChecks>();
        services.AddSingleton<HandoverDesk>();
        services.AddSingleton<HandoversResource>();
    }

    private static void AddNotices(IServiceCollection services, ConfigurationManager configuration)
    {
        var channels = ChannelOptionsReader.Read(configuration);
        services.AddSingleton(p =>
        {
            var options = p.GetRequiredService<LianxinOptions>();
            return new DigestText(options.AgencyName, (options.ApiBaseUrl ?? new Uri("http://127.0.0.1:7071")).AbsoluteUri.TrimEnd('/') + "/desk");
        });
        services.AddSingleton(ChannelTimeout.Default);
        services.AddSingleton<IChannel>(p => new MailChannel(
            channels.Mail, p.GetRequiredService<LianxinOptions>().AgencyName, p.GetRequiredService<DigestText>(), p.GetRequiredService<ChannelTimeout>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IChannel>(p => new RobotChannel(
            channels.Robots, p.GetRequiredService<DigestText>(), p.GetRequiredService<ChannelTimeout>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DeliveryBook>();
        services.AddSingleton<UseCases.Notices>();
        services.AddSingleton<Sending>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<DeliveryViews>();
    }
}
