namespace Lianxin.Documents.Sheets.Codes;

/// <summary>Error correction over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004:2015, annex A).</summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x11D;

    /// <summary>The correction codewords of a block.</summary>
    public static byte[] Remainder(ReadOnlySpan<byte> block, int count)
    {
        var divisor = Divisor(count);
        var rest = new byte[count];
        foreach (var value in block)
        {
            var factor = (byte)(value ^ rest[0]);
            rest.AsSpan(1).CopyTo(rest);
            rest[^1] = 0;
            for (var i = 0; i < count; i++) rest[i] ^= Product(divisor[i], factor);
        }
        return rest;
    }

    /// <summary>Coefficients of (x − 1)(x − 2)(x − 4)…, highest power first and without the leading 1.</summary>
    private static byte[] Divisor(int degree)
    {
        var coefficients = new byte[degree];
        coefficients[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var k = 0; k < degree; k++)
            {
                coefficients[k] = Product(coefficients[k], root);
                if (k + 1 < degree) coefficients[k] ^= coefficients[k + 1];
            }
            root = Product(root, 2);
        }
        return coefficients;
    }

    private static byte Product(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Polynomial);
            product ^= ((right >> bit) & 1) * left;
        }
        return (byte)product;
    }
}
