using System.Text;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Search;

namespace Lianxin.Documents.Tests.Search;

/// <summary>The script of the search page, run by Node over the files that the server writes, against a plain search in C#.</summary>
public sealed class SearchTests : IDisposable
{
    private const int Years = 10;
    private const int ItemsAYear = 1000;

    private readonly NodeSearch node = new();

    public void Dispose() => node.Dispose();

    [Fact]
    public async Task Over_ten_thousand_items_it_finds_what_a_plain_search_finds()
    {
        var all = ManyItems.Make(Years, ItemsAYear);
        foreach (var (year, items) in all)
        {
            node.Put(year, SearchShard.Write(items));
        }

        var queries = Queries(all, 400);
        var answer = await node.AskAsync(queries);
        var newestFirst = all.Reverse().SelectMany(y => y.Items.Reverse().Select(i => (y.Year, Item: i, Words: PlainSearch.Of(i)))).ToList();
        var found = 0;
        foreach (var (query, got) in queries.Zip(answer.Answers))
        {
            var finds = PlainSearch.Asking(query.Text);
            var wanted = newestFirst.Where(i => query.Year is null || query.Year == i.Year).Where(i => finds(i.Words)).Select(i => i.Item.Id).ToList();
            got.Ids.ShouldBe(wanted, query.Text);
            found += wanted.Count;
        }

        found.ShouldBeGreaterThan(queries.Count, "queries that find nothing prove little");
    }

    [Fact]
    public async Task Whatever_stands_in_a_text_word_for_word_is_found()
    {
        var all = ManyItems.Make(1, 200);
        node.Put(all[0].Year, SearchShard.Write(all[0].Items));
        var dice = new Random(3);
        var queries = Enumerable.Range(0, 200).Select(_ => all[0].Items[dice.Next(200)]).Select(i => (i.Id, Query: new NodeQuery(Piece(dice, i.Body)))).ToList();
        var answer = await node.AskAsync([.. queries.Select(q => q.Query)]);
        foreach (var ((id, query), got) in queries.Zip(answer.Answers))
        {
            got.Ids.ShouldContain(id, query.Text);
        }
    }

    [Fact]
    public async Task An_index_number_and_a_document_number_are_found_as_a_whole_only()
    {
        var items = ManyItems.Make(1, 1100)[0].Items.Select((item, n) => item with { DocumentNumber = n % 2 == 0 ? $"示政发〔2015〕{n + 1}号" : null }).ToList();
        node.Put(2015, SearchShard.Write(items));
        var answer = await node.AskAsync([
            new("640122000/2015-00011"), new(" ６４０１２２０００／２０１５－００００１ "), new("示政发〔2015〕1号"), new("示政发[2015]11号"), new("示政发(2015)4号"), new("640122000/2015-99999"), new("示政发〔2015〕1号 640122000/2015-00001"),
        ]);
        answer.Answers.Select(a => string.Join(' ', a.Ids.Select(i => i[^5..]))).ShouldBe(["00011", "00001", "00001", "00011", "", "", "00001"]);
    }

    [Fact]
    public async Task A_query_loads_a_small_part_of_a_year()
    {
        var items = ManyItems.Make(1, ItemsAYear)[0].Items;
        var file = SearchShard.Write(items);
        node.Put(2015, file);
        var answer = await node.AskAsync([new("641223999/2015-00001"), new("水渠维修")]);
        answer.Answers[0].Bytes.ShouldBeLessThan(file.Length / 8);
        answer.Loaded.ShouldBeLessThan(file.Length);
    }

    [Fact]
    public async Task A_server_without_ranges_serves_it_as_well()
    {
        var items = ManyItems.Make(1, 50)[0].Items;
        node.Put(2015, SearchShard.Write(items));
        var whole = await node.AskAsync([new("道路")], ranges: false);
        var parts = await node.AskAsync([new("道路")]);
        parts.Answers[0].Ids.ShouldNotBeEmpty();
        whole.Answers[0].Ids.ShouldBe(parts.Answers[0].Ids);
    }

    [Fact]
    public async Task An_empty_year_a_missing_file_and_senseless_queries_find_nothing()
    {
        node.Miss(2014);
        node.Put(2015, SearchShard.Write([]));
        node.Put(2016, SearchShard.Write(ManyItems.Make(1, 3)[0].Items));
        var answer = await node.AskAsync([new("没有这样的话"), new("，。！"), new(""), new("#"), new("\u0000\t\n"), new("\uD800"), new("<script>alert(1)</script>")]);
        answer.Answers.ShouldAllBe(a => a.Ids.Count == 0);
    }

    [Fact]
    public void What_people_typed_stands_in_the_file_as_data_and_cannot_break_out_of_its_place()
    {
        var hostile = ManyItems.Make(1, 1)[0].Items[0] with { Title = "</script>\"],[\"\t\n", Body = "甲\t乙\n丙" };
        var file = Encoding.UTF8.GetString(SearchShard.Write([hostile]));
        file.ShouldContain("""\"],[\"\t\n""");
        SearchText.Keys("甲\t乙\n丙").ShouldBe(["甲", "乙", "丙"], ignoreOrder: true);
    }

    [Fact]
    public void The_same_items_give_the_same_bytes_and_another_item_another_stamp()
    {
        var items = ManyItems.Make(1, 30)[0].Items;
        var file = SearchShard.Write(items);
        SearchShard.Write(items).ShouldBe(file);
        SearchShard.Write([.. items.Skip(1)])[..SearchShard.HeadBytes].ShouldNotBe(file[..SearchShard.HeadBytes]);
    }

    private static List<NodeQuery> Queries(IReadOnlyList<(int Year, IReadOnlyList<OpenItem> Items)> all, int count)
    {
        var dice = new Random(11);
        return
        [
            .. Enumerable.Range(0, count).Select(n =>
            {
                var (year, items) = all[dice.Next(all.Count)];
                var item = items[dice.Next(items.Count)];
                var text = (n % 8) switch
                {
                    0 => item.IndexNumber,
                    1 => item.DocumentNumber ?? item.IndexNumber[^5..],
                    2 => Piece(dice, item.Body) + " " + Piece(dice, item.Title),
                    3 => ManyItems.Text(dice, 1),
                    4 => "水",
                    5 => Piece(dice, item.Body)[..1] + "\u3000" + Piece(dice, item.Body),
                    6 => ManyItems.Text(dice, 2).ToUpperInvariant(),
                    _ => Piece(dice, item.Body),
                };
                return new NodeQuery(text, dice.Next(3) == 0 ? year : null);
            }),
        ];
    }

    /// <summary>Some neighbouring characters, blanks and marks included.</summary>
    private static string Piece(Random dice, string text)
    {
        var length = Math.Min(text.Length, 2 + dice.Next(5));
        var start = dice.Next(text.Length - length + 1);
        return text.Substring(start, length);
    }
}
