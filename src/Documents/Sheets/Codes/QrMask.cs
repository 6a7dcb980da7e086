namespace Lianxin.Documents.Sheets.Codes;

/// <summary>The eight masks and what each of them costs (ISO/IEC 18004:2015, 7.8).</summary>
internal static class QrMask
{
    public const int Count = 8;

    private const int RunOfFive = 3;
    private const int Square = 3;
    private const int FinderLike = 40;
    private const int PerFivePercent = 10;

    private static readonly bool[][] FinderShapes =
    [
        [true, false, true, true, true, false, true, false, false, false, false],
        [false, false, false, false, true, false, true, true, true, false, true],
    ];

    public static bool Inverts(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    /// <summary>How hard the grid is to read: the mask with the least is taken.</summary>
    public static int Penalty(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var (penalty, darkCount) = (0, 0);
        for (var line = 0; line < size; line++)
        {
            var index = line;
            penalty += OfLine(size, i => dark[index, i]) + OfLine(size, i => dark[i, index]);
            for (var i = 0; i < size; i++)
            {
                if (dark[line, i]) darkCount++;
                if (line > 0 && i > 0 && dark[line, i] == dark[line - 1, i] && dark[line, i] == dark[line, i - 1] && dark[line, i] == dark[line - 1, i - 1])
                    penalty += Square;
            }
        }
        return penalty + (Math.Abs((darkCount * 20) - (size * size * 10)) / (size * size) * PerFivePercent);
    }

    private static int OfLine(int size, Func<int, bool> dark)
    {
        var (penalty, run) = (0, 0);
        for (var i = 0; i < size; i++)
        {
            run = i > 0 && dark(i) == dark(i - 1) ? run + 1 : 1;
            if (run == 5) penalty += RunOfFive;
            else if (run > 5) penalty++;
        }
        for (var start = 0; start + FinderShapes[0].Length <= size; start++)
        {
            var from = start;
            penalty += FinderLike * FinderShapes.Count(shape => Enumerable.Range(0, shape.Length).All(k => dark(from + k) == shape[k]));
        }
        return penalty;
    }
}
