using System.Globalization;
using Lianxin.Verifier;

const string Usage = """
    用法 · Usage: verify <folder> [--year 2026]
      <folder>      导出的目录 · the folder of an export
      --year <n>    只核对这一年的登记簿 · only the registers of this year
    完好时退出码为 0，有改动为 1，用法有误为 2。
    Exit code 0 when all holds, 1 when something does not, 2 for a bad call.
    """;

int? year = null;
if (args.Length is not (1 or 3) || !Directory.Exists(args[0]) || (args.Length == 3 && args[1] != "--year"))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

if (args.Length == 3)
{
    if (!int.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out var only))
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    year = only;
}

var verdict = new ExportCheck(args[0]).Run(year);
if (verdict.First is { } broken)
{
    Console.WriteLine($"! 与写下时不同 · not as it was written: {broken.Part}");
    Console.WriteLine($"  对象 subject   {broken.Subject}");
    Console.WriteLine($"  第几步 number  {broken.Number.ToString(CultureInfo.InvariantCulture)}");
    Console.WriteLine($"  应为 expected  {broken.Expected}");
    Console.WriteLine($"  实为 found     {broken.Found}");
    return 1;
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"完好 · intact: {verdict.Parts} 个文件 parts, {verdict.Chains} 条链 chains, {verdict.Events} 步 events, {verdict.Anchors} 个锚点 anchors"));
return 0;
