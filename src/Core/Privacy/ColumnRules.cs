using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>What a cell is by the head above it, where its own shape does not say it.</summary>
internal static class ColumnRules
{
    public const string Id = "表头为证件号的列中的号码（不少于14位数字）；《个人信息保护法》第二十五条";
    public const string TotalsOnly = "该事项只公布汇总数，不得逐人列名；《个人信息保护法》第二十八条";
    public const string BirthBesideName = "姓名与完整出生日期同列一表，合起来可以指向一个人；公布到年或月即可";
    public const string DigitsBesideBirth = "表中有出生日期或年龄时，证件号一位也不要公布：其余各位可以推算";

    public const string BirthUnderMask = "证件号遮盖后仍看得到出生日期，与姓名同列可以指向一个人；不印证件号，或只留末四位";

    private const int ChildAge = 14;
    private static readonly SearchValues<char> Masks = SearchValues.Create("*×✱•●○■□#?_Xx");
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789., 元");
    private static readonly string[] Nothing = ["", "无", "否", "健康", "良好", "正常", "一般", "-", "--", "/", "0", "没有", "未患", "无病", "无残疾"];

    /// <summary>Finds in one row what only the columns tell.</summary>
    /// <param name="scan">The text that the cells are ranges of.</param>
    public static void Find(ScannedText scan, ReadOnlySpan<CellRange> cells, ReadOnlySpan<ColumnKinds> columns, ScanProfile profile)
    {
        var facts = RowFacts.Of(scan.Text, cells, columns);
        for (var i = 0; i < cells.Length && i < columns.Length; i++)
            Cell(scan, cells[i], columns[i], facts, profile);
    }

    /// <summary>One cell of a row whose facts are known.</summary>
    public static void Cell(ScannedText scan, CellRange range, ColumnKinds column, RowFacts facts, ScanProfile profile)
    {
        var cell = range.Trimmed(scan.Text);
        if (column == ColumnKinds.None || cell.Length == 0)
            return;
        ByHead(scan, cell, column);
        if (facts.Named)
            BesideName(scan, cell, column, facts, profile);
        if (column.HasFlag(ColumnKinds.ResidentId) && facts.Born && IsMasked(scan.Text, cell) && VisibleDigits(scan.Text, cell) > 0)
            scan.Add(new Hit(PersonalDataKinds.ResidentId, cell.Start, cell.End, DigitsBesideBirth, PrivacySeverity.Soft));
        else if (column.HasFlag(ColumnKinds.ResidentId) && ShowsBirth(scan.Text.Characters[cell.Start..cell.End]))
            scan.Add(new Hit(PersonalDataKinds.ResidentId, cell.Start, cell.End, BirthUnderMask, PrivacySeverity.Soft));
    }

    private static void ByHead(ScannedText scan, CellRange cell, ColumnKinds kinds)
    {
        var text = scan.Text;
        if (kinds.HasFlag(ColumnKinds.ResidentId) && VisibleDigits(text, cell) is >= 14 and <= 20)
            scan.Add(new Hit(PersonalDataKinds.ResidentId, cell.Start, cell.End, Id));
        if (kinds.HasFlag(ColumnKinds.Account) && VisibleDigits(text, cell) is >= 12 and <= BankAccountDetector.LongestAccount && !text.Characters[cell.Start..cell.End].Contains('.') && !IsMasked(text, cell))
            scan.Add(new Hit(PersonalDataKinds.BankAccount, cell.Start, cell.End, BankAccountDetector.Account));
        if (kinds.HasFlag(ColumnKinds.Address) && HouseNumber.LastEnd(text, cell.Start, cell.End) is { } end)
            scan.Add(new Hit(PersonalDataKinds.Address, cell.Start, end, AddressDetector.Rule));
        if (kinds.HasFlag(ColumnKinds.Passport) && cell.Length is >= 8 and <= 10 && VisibleDigits(text, cell) >= 6 && !IsMasked(text, cell))
            scan.Add(new Hit(PersonalDataKinds.Passport, cell.Start, cell.End, PassportDetector.Rule));
    }

    private static void BesideName(ScannedText scan, CellRange cell, ColumnKinds kinds, RowFacts facts, ScanProfile profile)
    {
        var value = scan.Text.Characters[cell.Start..cell.End];
        if (kinds.HasFlag(ColumnKinds.Health) && IsHealth(value))
            scan.Add(new Hit(PersonalDataKinds.Health, cell.Start, cell.End, HealthDetector.Rule));
        var isName = kinds.HasFlag(ColumnKinds.Name) || kinds.HasFlag(ColumnKinds.ChildName);
        if (isName && NameMask.NamesIn(value.ToString()).Count > 0)
        {
            if (profile.ChildNames || kinds.HasFlag(ColumnKinds.ChildName) || facts.Age is >= 0 and < ChildAge)
                scan.Add(new Hit(PersonalDataKinds.Minor, cell.Start, cell.End, MinorDetector.Rule));
            else if (profile.TotalsOnly)
                scan.Add(new Hit(PersonalDataKinds.Health, cell.Start, cell.End, TotalsOnly));
        }

        if (kinds.HasFlag(ColumnKinds.Birth) && VisibleDigits(scan.Text, cell) >= 6 && cell.Length >= 8 && !IsMasked(scan.Text, cell))
            scan.Add(new Hit(PersonalDataKinds.ResidentId, cell.Start, cell.End, BirthBesideName, PrivacySeverity.Soft));
    }

    /// <summary>Anything but a word for nothing; a bare number is a degree of disability or a sum, and only 1 to 4 can be a degree.</summary>
    private static bool IsHealth(ReadOnlySpan<char> value)
    {
        foreach (var word in Nothing)
        {
            if (value.Equals(word, StringComparison.Ordinal))
                return false;
        }

        return value.ContainsAnyExcept(Figures) ? !value.Contains('*') : value.Length == 1 && value[0] is >= '1' and <= '4';
    }

    private static bool ShowsBirth(ReadOnlySpan<char> value) =>
        value.Length == ResidentId.Length && value[..^1].ContainsAny(Masks) && !value[6..14].ContainsAny(Masks) && ResidentId.IsBirthDate(value[6..14]);

    private static bool IsMasked(NormalisedText text, CellRange cell)
    {
        var value = text.Characters[cell.Start..cell.End];
        return value.Length > 1 && value[..^1].ContainsAny(Masks);
    }

    private static int VisibleDigits(NormalisedText text, CellRange cell)
    {
        var digits = 0;
        foreach (var c in text.Characters[cell.Start..cell.End])
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && c is not (' ' or '-' or '.') && !Masks.Contains(c) && char.IsLetter(c) && PersonNames.IsHan(c))
                return 0;
        }

        return digits;
    }
}
