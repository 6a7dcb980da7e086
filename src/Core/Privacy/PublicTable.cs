namespace Lianxin.Core.Privacy;

/// <summary>
/// Makes the rows of a list into those of its public copy, one after the other: numbers covered in the official style (privacy-and-quality
/// §3), a whole birth date down to its year, a number no digit of which may stand beside an age covered whole, illness and house numbers
/// left out, names masked where the entry's profile asks for it. What comes out is found clean when it is read again.
/// </summary>
/// <param name="maskNames">姓名遮盖: columns of names too.</param>
public sealed class PublicTable(ScanProfile profile, bool maskNames)
{
    private readonly TableScan scan = new(profile);
    private bool hadNames;
    private bool unsure;

    /// <summary>
    /// False when the list cannot be masked without a person: rows in the middle read like heads without the column of names, no column of
    /// names was found where names are to be masked, or a cell of it could not be read as a name. Closed by default: then there is no copy.
    /// </summary>
    public bool IsSure => !unsure && (hadNames || !maskNames);

    /// <summary>One row, in the columns that it came in.</summary>
    public IReadOnlyList<TableCell> Row(IReadOnlyList<TableCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var findings = scan.Row(cells, column => Invariant(column));
        var isHead = scan.IsAtHeads;
        if (isHead)
        {
            var namesHere = cells.Any(c => IsNames(scan.KindsOf(c.Column)));
            // A row of data that happens to hold two words of heads (患病、申请人) must not end the columns above it.
            unsure |= hadNames && !namesHere;
            hadNames |= namesHere;
        }

        var copy = new List<TableCell>(cells.Count);
        foreach (var cell in cells)
        {
            var place = Invariant(cell.Column);
            var here = findings.Where(f => string.Equals(f.Place, place, StringComparison.Ordinal)).ToList();
            copy.Add(cell with { Text = Named(Covered(cell.Text, here), isHead ? ColumnKinds.None : scan.KindsOf(cell.Column)) });
        }

        return copy;
    }

    private static string Covered(string text, List<PersonalDataFinding> findings)
    {
        var covered = PrivacyMask.Cover(text, findings);
        foreach (var finding in findings.Where(f => f.Severity == PrivacySeverity.Soft))
        {
            covered = finding.Rule switch
            {
                ColumnRules.BirthBesideName => YearOf(text),
                ColumnRules.DigitsBesideBirth or ColumnRules.BirthUnderMask => new string('*', text.Trim().Length),
                _ => covered,
            };
        }

        return covered;
    }

    private string Named(string text, ColumnKinds column)
    {
        if (!maskNames || !IsNames(column))
        {
            return text;
        }

        var masked = NameMask.OfCell(text);
        unsure |= !masked.Contains('*', StringComparison.Ordinal) && !NameMask.IsNobody(text);
        return masked;
    }

    private static bool IsNames(ColumnKinds column) => (column & (ColumnKinds.Name | ColumnKinds.ChildName)) != 0;

    /// <summary>The first four digits of a date; all of it covered where they are no year.</summary>
    private static string YearOf(string date)
    {
        var digits = string.Concat(new NormalisedText(date).Characters.ToString().Where(char.IsAsciiDigit));
        return digits.Length >= 4 && digits.StartsWith("19", StringComparison.Ordinal) | digits.StartsWith("20", StringComparison.Ordinal) ? digits[..4] + "年" : "****";
    }

    private static string Invariant(int column) => column.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
