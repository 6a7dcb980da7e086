namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>The value axis: steps of 1, 2 or 5 times a power of ten, from 0, with some room above the largest value.</summary>
internal sealed record ChartScale(decimal Step, int Steps)
{
    private const int WantedSteps = 5;
    private const decimal Headroom = 1.06m;

    public decimal Top => Step * Steps;

    public static ChartScale For(decimal largest, bool wholeNumbers)
    {
        if (largest <= 0) return new ChartScale(1, 1);
        var raw = largest * Headroom / WantedSteps;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)raw)));
        var step = power * (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        if (wholeNumbers) step = Math.Max(1, step);
        return new ChartScale(step, (int)Math.Ceiling(largest * Headroom / step));
    }
}
