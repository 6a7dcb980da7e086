using System.Diagnostics;
using Lianxin.Documents.Comparison;

namespace Lianxin.Documents.Tests.Comparison;

public class TextComparisonTests
{
    [Fact]
    public void A_changed_number_is_marked_whole_and_nothing_else()
    {
        var row = TextComparison.Compare(["本季度拨付128600.00元，专款专用。"], ["本季度拨付129600.00元，专款专用。"]).ShouldHaveSingleItem();
        row.Before.ShouldBe([new(PieceKind.Same, "本季度拨付"), new(PieceKind.Removed, "128600.00"), new(PieceKind.Same, "元，专款专用。")]);
        row.After.ShouldBe([new(PieceKind.Same, "本季度拨付"), new(PieceKind.Added, "129600.00"), new(PieceKind.Same, "元，专款专用。")]);
    }

    [Fact]
    public void A_new_paragraph_stands_alone_and_its_neighbours_are_unchanged()
    {
        var rows = TextComparison.Compare(["第一段", "第三段"], ["第一段", "新来的一段话", "第三段"]);
        rows.Select(r => r.IsChanged).ShouldBe([false, true, false]);
        rows[1].Before.ShouldBeEmpty();
        rows[1].After.ShouldBe([new(PieceKind.Added, "新来的一段话")]);
    }

    [Fact]
    public void A_changed_paragraph_is_set_beside_the_one_that_is_like_it_and_not_beside_the_first()
    {
        var rows = TextComparison.Compare(
            ["清淤渠道三公里，十月底完成，由水利站负责。"],
            ["新增一项：维修桥涵两座。", "清淤渠道五公里，十一月底完成，由水利站负责。"]);
        rows.Count.ShouldBe(2);
        rows[0].Before.ShouldBeEmpty();
        rows[1].Before.ShouldContain(new Piece(PieceKind.Removed, "三"));
        rows[1].After.ShouldContain(new Piece(PieceKind.Added, "五"));
    }

    [Fact]
    public void Two_paragraphs_with_little_in_common_are_not_marked_word_by_word()
    {
        var row = TextComparison.Compare(["张三负责土地清查工作"], ["安排李四前往县里开会的通知工作"]).ShouldHaveSingleItem();
        row.Before.Concat(row.After).Select(p => p.Kind).ShouldBe([PieceKind.Removed, PieceKind.Added]);
    }

    [Theory]
    [InlineData("e\u0301tude", "etude")]
    [InlineData("👨‍👩‍👧去", "👨‍👩‍👦去")]
    [InlineData("𠮷田村委会的公告", "吉田村委会的公告")]
    public void No_mark_stands_inside_a_character(string before, string after)
    {
        foreach (var piece in TextComparison.Compare([before], [after]).SelectMany(r => r.Before.Concat(r.After)))
        {
            char.IsLowSurrogate(piece.Text[0]).ShouldBeFalse();
            char.IsHighSurrogate(piece.Text[^1]).ShouldBeFalse();
            piece.Text[0].ShouldNotBe('\u0301');
            piece.Text[0].ShouldNotBe('\u200D');
        }
    }

    [Fact]
    public void Both_sides_always_give_back_their_texts_and_agree_on_what_stayed()
    {
        var random = new Random(20141103);
        const string Letters = "甲乙丙丁a1。，\u0301𠮷";
        for (var round = 0; round < 2_000; round++)
        {
            var before = Paragraphs(random, Letters);
            var after = random.Next(3) == 0 ? Paragraphs(random, Letters) : Changed(random, before);
            var rows = TextComparison.Compare(before, after);
            string.Join('\n', rows.Where(r => r.Before.Count > 0).Select(r => string.Concat(r.Before.Select(p => p.Text)))).ShouldBe(string.Join('\n', before));
            string.Join('\n', rows.Where(r => r.After.Count > 0).Select(r => string.Concat(r.After.Select(p => p.Text)))).ShouldBe(string.Join('\n', after));
            foreach (var row in rows)
            {
                Same(row.Before).ShouldBe(Same(row.After));
                row.Before.ShouldAllBe(p => p.Kind != PieceKind.Added);
                row.After.ShouldAllBe(p => p.Kind != PieceKind.Removed);
            }
        }
    }

    [Fact]
    public void The_script_is_a_shortest_one()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            string[] before = [.. Enumerable.Range(0, random.Next(9)).Select(_ => "甲乙丙"[random.Next(3)].ToString())];
            string[] after = [.. Enumerable.Range(0, random.Next(9)).Select(_ => "甲乙丙"[random.Next(3)].ToString())];
            var edits = EditScript.Between(before, after, 100).ShouldNotBeNull();
            edits.Where(e => e.Kind != EditKind.Same).Sum(e => e.Count).ShouldBe(before.Length + after.Length - (2 * LongestCommon(before, after)));
        }
    }

    [Fact]
    public void More_differences_than_allowed_are_not_looked_for() =>
        EditScript.Between([.. "甲乙丙丁".Select(c => c.ToString())], [.. "戊己庚辛".Select(c => c.ToString())], 7).ShouldBeNull();

    [Fact]
    public void Two_huge_bodies_without_anything_in_common_are_compared_by_paragraphs_and_quickly()
    {
        var random = new Random(1);
        List<string> Huge() => [.. Enumerable.Range(0, 2_000).Select(_ => string.Concat(Enumerable.Range(0, 100).Select(_ => (char)random.Next(0x4E00, 0x9FA5))))];
        var (before, after) = (Huge(), Huge());
        var start = Stopwatch.GetTimestamp();
        var rows = TextComparison.Compare(before, after);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        rows.Count.ShouldBe(2_000);
        rows.ShouldAllBe(r => r.IsChanged);
    }

    [Fact]
    public void One_huge_paragraph_is_marked_whole()
    {
        var long1 = new string('甲', 40_000);
        var row = TextComparison.Compare([long1 + "乙"], [long1 + "丙"]).ShouldHaveSingleItem();
        row.Before.ShouldHaveSingleItem().Kind.ShouldBe(PieceKind.Removed);
    }

    private static string Same(IReadOnlyList<Piece> pieces) => string.Concat(pieces.Where(p => p.Kind == PieceKind.Same).Select(p => p.Text));

    private static List<string> Paragraphs(Random random, string letters) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => "段" + string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => letters[random.Next(8)])))];

    private static List<string> Changed(Random random, List<string> before)
    {
        var after = before.Select(p => random.Next(2) == 0 ? p : p.Insert(random.Next(p.Length) + 1, "新")).ToList();
        if (after.Count > 1 && random.Next(3) == 0)
            after.RemoveAt(random.Next(after.Count));
        if (random.Next(3) == 0)
            after.Insert(random.Next(after.Count + 1), "全新的一段");
        return after;
    }

    private static int LongestCommon(string[] one, string[] other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
                table[i, j] = one[i - 1] == other[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        }

        return table[one.Length, other.Length];
    }
}
