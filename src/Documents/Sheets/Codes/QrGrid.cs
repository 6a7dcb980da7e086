namespace Lianxin.Documents.Sheets.Codes;

/// <summary>The modules of a QR code while it is being drawn (ISO/IEC 18004:2015, 6.3, 7.7 and 7.9).</summary>
internal sealed class QrGrid
{
    /// <summary>Format bits of level M.</summary>
    private const int LevelM = 0;

    private readonly QrVersion _version;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    public QrGrid(QrVersion version)
    {
        _version = version;
        _dark = new bool[version.Size, version.Size];
        _fixed = new bool[version.Size, version.Size];
        DrawPatterns();
    }

    /// <summary>[row, column]; true is dark.</summary>
    public bool[,] Dark => _dark;

    private int Size => _version.Size;

    /// <summary>Lays the codewords in pairs of columns, up and down, from the right.</summary>
    public void Lay(ReadOnlySpan<byte> codewords)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < Size; step++)
            {
                var upward = ((right + 1) & 2) == 0;
                var row = upward ? Size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (_fixed[row, column] || bit >= codewords.Length * 8) continue;
                    _dark[row, column] = ((codewords[bit >> 3] >> (7 - (bit & 7))) & 1) == 1;
                    bit++;
                }
            }
        }
    }

    /// <summary>Inverts what the mask names; twice is as if it had never been.</summary>
    public void Mask(int mask)
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (!_fixed[row, column] && QrMask.Inverts(mask, row, column)) _dark[row, column] ^= true;
            }
        }
    }

    public void DrawFormat(int mask)
    {
        var data = (LevelM << 3) | mask;
        var rest = data;
        for (var i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        var bits = ((data << 10) | rest) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (row, column) = i switch { < 6 => (i, 8), 6 => (7, 8), 7 => (8, 8), 8 => (8, 7), _ => (8, 14 - i) };
            Fix(row, column, dark);
            if (i < 8) Fix(8, Size - 1 - i, dark);
            else Fix(Size - 15 + i, 8, dark);
        }
        Fix(Size - 8, 8, true);
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }
        foreach (var (row, column) in new[] { (3, 3), (3, Size - 4), (Size - 4, 3) }) DrawRings(row, column, 4, distance => distance is not (2 or 4));
        var centres = _version.Alignments;
        for (var i = 0; i < centres.Count; i++)
        {
            for (var k = 0; k < centres.Count; k++)
            {
                var onFinder = (i == 0 && k == 0) || (i == 0 && k == centres.Count - 1) || (i == centres.Count - 1 && k == 0);
                if (!onFinder) DrawRings(centres[i], centres[k], 2, distance => distance != 1);
            }
        }
        DrawFormat(0);
        if (_version.Number >= 7) DrawVersion();
    }

    private void DrawRings(int centreRow, int centreColumn, int radius, Func<int, bool> isDark)
    {
        for (var row = Math.Max(0, centreRow - radius); row <= Math.Min(Size - 1, centreRow + radius); row++)
        {
            for (var column = Math.Max(0, centreColumn - radius); column <= Math.Min(Size - 1, centreColumn + radius); column++)
                Fix(row, column, isDark(Math.Max(Math.Abs(row - centreRow), Math.Abs(column - centreColumn))));
        }
    }

    private void DrawVersion()
    {
        var rest = _version.Number;
        for (var i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        var bits = (_version.Number << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (near, far) = (i / 3, Size - 11 + (i % 3));
            Fix(near, far, dark);
            Fix(far, near, dark);
        }
    }

    private void Fix(int row, int column, bool dark) => (_dark[row, column], _fixed[row, column]) = (dark, true);
}
