using Lianxin.Core;

namespace Lianxin.Functions.Tests.Architecture;

/// <summary>Inside Core: which part may use which other, and never its insides.</summary>
public sealed class CoreNeighboursTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        // Refusal carries findings of personal data; Names spells the catalogue's "20wd".
        [""] = ["Catalogue", "Privacy"],
        // Who acts. An account belongs to an office of the catalogue; its roles are spelt by Names, its refusals are the house's.
        ["Access"] = ["", "Catalogue"],
        // Reads data files, whose rows and problems are texts.
        ["Calendar"] = ["", "Text"],
        ["Catalogue"] = ["Calendar", "Text"],
        ["Text"] = [],
        ["Privacy"] = ["Text"],
        ["Proofreading"] = ["", "Text"],
        // An event tells the states of an item and who acted.
        ["Audit"] = ["", "Access", "Items"],
        ["Items"] = ["", "Access", "Audit", "Calendar", "Catalogue", "Privacy", "Proofreading"],
        // The message that a command leaves in the outbox.
        ["Publication"] = ["Items"],
        ["Jobs"] = [],
        // A duty is what catalogue and calendar ask, held against the register's rows.
        ["Duties"] = ["", "Access", "Calendar", "Catalogue", "Items"],
        // How the offices did: duties and what went out, weighed by a data file.
        ["Assessment"] = ["", "Calendar", "Catalogue", "Duties", "Items", "Text"],
        // Feedback is about a published item, and is decided on in the same surroundings (CommandContext).
        ["Feedback"] = ["", "Access", "Audit", "Calendar", "Catalogue", "Items", "Ledgers", "Privacy", "Text"],
        // A case is opened from a piece of feedback; its wall sheet names groups and offices.
        ["Cases"] = ["", "Access", "Audit", "Calendar", "Catalogue", "Feedback", "Items", "Ledgers"],
        ["Troubles"] = [],
        // What went out (PublicationRow) is what the county should have.
        ["Handovers"] = ["", "Access", "Items"],
        // A ledger's outbox is the register's.
        ["Ledgers"] = ["Items"],
        // Working days of the ladder, data files, the names of its steps.
        ["Notices"] = ["", "Calendar", "Text"],
        // A report counts what went out (PublicationRow) and judges what is typed; it never sees an item's working state.
        // Its day is a business date, and the offices' day lies working days before.
        ["Reports"] = ["", "Calendar", "Items"],
    };

    private static readonly List<(Type User, Type Used)> Uses =
        [.. Assemblies.Uses(typeof(Refusal).Assembly).Where(u => PartOf(u.User) is not null && PartOf(u.Used) is not null && PartOf(u.User) != PartOf(u.Used))];

    [Fact]
    public void A_part_of_core_uses_only_the_neighbours_it_is_known_to_need() =>
        Uses.Where(u => !Allowed[PartOf(u.User)!].Contains(PartOf(u.Used)!))
            .Select(u => $"{u.User.FullName} -> {u.Used.FullName}").Distinct().ShouldBeEmpty();

    [Fact]
    public void What_one_part_keeps_to_itself_no_other_part_uses() =>
        Uses.Where(u => !u.Used.IsVisible).Select(u => $"{u.User.FullName} -> {u.Used.FullName}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Reports_know_items_only_by_what_went_out() =>
        Uses.Where(u => PartOf(u.User) == "Reports" && PartOf(u.Used) == "Items").Select(u => u.Used.Name).Distinct()
            .ShouldBeSubsetOf(["PublicationRow", "PublicationRows", "ItemStatus"]);

    [Fact]
    public void The_reading_sees_what_is_there()
    {
        Uses.ShouldContain(u => u.User.Name == "ItemChanges" && u.Used.Name == "EventChain");
        Uses.ShouldContain(u => u.User.Name == "IMessageSender" && u.Used.Name == "OutboxMessage");
    }

    [Fact]
    public void Every_neighbour_that_is_allowed_is_used() =>
        Allowed.SelectMany(a => a.Value.Select(used => $"{a.Key} -> {used}"))
            .Except(Uses.Select(u => $"{PartOf(u.User)} -> {PartOf(u.Used)}"))
            .ShouldBeEmpty();

    private static string? PartOf(Type type) =>
        type.Namespace is "Lianxin.Core" ? ""
        : type.Namespace?.StartsWith("Lianxin.Core.", StringComparison.Ordinal) == true ? type.Namespace.Split('.')[2]
        : null;
}
