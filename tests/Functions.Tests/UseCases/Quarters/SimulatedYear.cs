using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

/// <summary>
/// A year of a small township through the real use cases: offices that are early, late or silent, holidays, timers dead for a week, two
/// hosts at once, storage that fails before or after a call took effect, hosts killed, the clock moved back an hour. Everything that chance
/// decides comes from the seed, so a year can be lived again.
/// </summary>
internal sealed class SimulatedYear : IDisposable
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2027, 2, 5);

    private readonly Random chance;
    private readonly QuarterTown town;
    private readonly List<Plan> plans = [];
    private readonly Queue<(OutboxMessage Message, int Tries)> queue = [];
    private readonly DateOnly deadFrom;
    private readonly DateOnly backOn;
    private int taken;

    public SimulatedYear(int seed)
    {
        chance = new Random(seed);
        town = new QuarterTown(reference: SmallTown());
        deadFrom = First.AddDays(chance.Next(20, 330));
        backOn = First.AddDays(chance.Next(10, 350));
        foreach (var quarter in Enumerable.Range(1, 4).Select(n => Period.OfQuarter(2026, n)))
        {
            foreach (var duty in DutyPlan.OfQuarter(TownHall.Agency, quarter, town.Town.Reference.Catalogue, town.Town.Reference.Calendar))
                plans.Add(Think(duty));
        }
    }

    public QuarterTown Quarter => town;

    /// <summary>How often storage failed or a host was killed.</summary>
    public int Troubles { get; private set; }

    public IReadOnlyList<Plan> Plans => plans;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task LiveAsync()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            town.Town.Clock.AdjustTime(ChinaTime.StartOf(day).AddHours(9).ToUniversalTime());
            foreach (var plan in plans.Where(p => p.Day <= day && !p.Done))
                await TroubledAsync(() => StepAsync(plan, day), people: true);
            if (day == backOn)
                town.Town.Clock.AdjustTime(town.Town.Clock.GetUtcNow().AddHours(-1));
            if (day < deadFrom || day >= deadFrom.AddDays(7))
                await MachinesAsync();
        }

        // The last days are calm: what was lost on the way is found by the sweeps alone.
        for (var i = 0; i < 4; i++)
        {
            town.Town.Clock.AdjustTime(town.Town.Clock.GetUtcNow().AddHours(7));
            await PassAsync(town.Work);
            await PumpAsync(calm: true);
        }
    }

    public void Dispose() => town.Dispose();

    private static ReferenceData SmallTown()
    {
        string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", name));
        var offices = Text("offices.csv").Split('\n').Where(l => !l.StartsWith("cun-", StringComparison.Ordinal) || l.StartsWith("cun-01", StringComparison.Ordinal));
        return new ReferenceData(
            CatalogueFile.Parse(Text("catalogue-44.csv"), string.Join('\n', offices)).Catalogue!, CalendarFile.Parse(Text("china-holidays.csv")).Calendar!);
    }

    /// <summary>When and how an office will do its duty.</summary>
    private Plan Think(Duty duty)
    {
        var span = duty.DueOn.DayNumber - duty.OpensOn.DayNumber;
        var day = chance.Next(100) switch
        {
            < 60 => duty.OpensOn.AddDays(chance.Next(span)),
            < 80 => duty.DueOn.AddDays(-chance.Next(3)),
            < 92 => duty.DueOn.AddDays(1 + chance.Next(25)),
            _ => DateOnly.MaxValue,
        };
        return new Plan(duty, day, Nil: chance.Next(5) == 0, Number: plans.Count);
    }

    private async Task StepAsync(Plan plan, DateOnly day)
    {
        // Ids of one moment differ by chance that is not ours; a moment of its own for each keeps the year the same.
        town.Town.Clock.Advance(TimeSpan.FromMilliseconds(10));
        if (plan.ItemId is null)
        {
            var by = TownHall.Clerk with { Office = plan.Duty.Office };
            var receipt = new CommandReceipt($"plan{plan.Number}", "same", "", town.Town.Clock.GetUtcNow());
            var answer = plan.Nil
                ? await town.NilReturns.SubmitAsync(by, new NilReturnInput(plan.Duty.Entry, plan.Duty.Period, null, "本期没有应公开的内容。"), receipt, Stop)
                : await town.Town.Commands.CreateAsync(by, InputOf(plan, day), draft: false, receipt, Stop);
            plan.ItemId = answer.Item?.Id ?? throw new InvalidOperationException(answer.Refusal!.Detail);
            return;
        }

        var item = await town.Town.Register.FindAsync(plan.ItemId, Stop);
        switch (item!.Item.Status)
        {
            case ItemStatus.Submitted:
                await town.Town.ReviewedAsync(item.Item);
                break;
            case ItemStatus.Reviewed:
                await town.Town.ApprovedByChairAsync(item.Item);
                break;
            default:
                plan.Done = true;
                break;
        }
    }

    private ItemInput InputOf(Plan plan, DateOnly day)
    {
        var entry = town.Town.Reference.Catalogue.Entry(plan.Duty.Entry)!;
        return new ItemInput
        {
            Entry = entry.Code,
            Title = $"第{plan.Number}件",
            Body = "按期公开的内容。",
            FormedOn = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Period = plan.Duty.Period,
            Village = plan.Duty.Village,
            Elements = entry.RequiredElements.ToDictionary(e => e.Key, e => ValueOf(e.Type), StringComparer.Ordinal),
        };
    }

    private static string ValueOf(ElementType type) => type switch
    {
        ElementType.Date => "2026-01-05",
        ElementType.Month => "2026-01",
        ElementType.Year => "2026",
        ElementType.Money => "1200.50",
        ElementType.Count => "3",
        ElementType.Phone => "0951-8000101",
        _ => "已登记",
    };

    private async Task MachinesAsync()
    {
        if (chance.Next(6) == 0)
        {
            var rival = town.Host();
            town.Town.Gate.RivalBefore(chance.Next(2) == 0 ? "commit" : "duties", () => PassAsync(rival.Work));
            await PassAsync(town.Work);
            town.Town.Gate.Open();
        }
        else
        {
            await TroubledAsync(() => PassAsync(town.Work), people: false);
        }

        await PumpAsync(calm: false);
    }

    private async Task PassAsync(Functions.UseCases.Quarters.DueWork work)
    {
        await work.PassAsync(TownHall.Agency, QuarterTown.Timer, Stop);
        await town.Town.Sweeps.SendDueAsync(TownHall.Agency, Stop);
        await town.Town.Sweeps.SendLeftoversAsync(TownHall.Agency, Stop);
    }

    /// <summary>Delivers what was sent; a message that failed comes again, and after five tries lies in the poison queue.</summary>
    private async Task PumpAsync(bool calm)
    {
        for (; taken < town.Town.Sent.Sent.Count; taken++)
            queue.Enqueue((town.Town.Sent.Sent[taken], 0));
        for (var left = queue.Count; left > 0; left--)
        {
            var (message, tries) = queue.Dequeue();
            Task Deliver() => town.Town.DeliverAsync(message);
            if (!(calm ? await CalmAsync(Deliver) : await TroubledAsync(Deliver, people: false)) && tries < 4)
                queue.Enqueue((message, tries + 1));
        }
    }

    private static async Task<bool> CalmAsync(Func<Task> work)
    {
        await work();
        return true;
    }

    /// <summary>Does something while storage fails now and then; false when it did not get through.</summary>
    private async Task<bool> TroubledAsync(Func<Task> work, bool people)
    {
        Task Fate(string call)
        {
            var dice = chance.Next(1000);
            return dice < 4 ? throw new StorageUnavailableException(call)
                : dice == 4 && !people ? throw new KilledException(call)
                : Task.CompletedTask;
        }

        (town.Town.Gate.Before, town.Town.Gate.After) = (Fate, Fate);
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (failure is StorageUnavailableException or KilledException)
        {
            Troubles++;
            return false;
        }
        finally
        {
            town.Town.Gate.Open();
        }
    }

    /// <param name="Day">The day from which the office does it, a step a day; never where it stays silent.</param>
    internal sealed record Plan(Duty Duty, DateOnly Day, bool Nil, int Number)
    {
        public string? ItemId { get; set; }

        public bool Done { get; set; }
    }
}
