using System.Text;

namespace Lianxin.LocalHost.Demo;

/// <param name="Code">As used in items and duties.</param>
internal sealed record Office(string Code, string Title, bool IsVillage);

/// <summary>Reads code, title and kind from the app's <c>offices.csv</c>; the other columns are the app's own business.</summary>
internal static class OfficesFile
{
    /// <returns>Empty when there is no such file.</returns>
    public static IReadOnlyList<Office> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var rows = File.ReadLines(path, Encoding.UTF8).Where(line => line.Length > 0).Select(Fields).ToList();
        var header = rows.FirstOrDefault() ?? [];
        int code = header.IndexOf("code"), title = header.IndexOf("title"), village = header.IndexOf("is_village");
        return code < 0 || title < 0 || village < 0
            ? throw new StartRefused($"{path} 缺少 code、title 或 is_village 列", $"{path} lacks the column code, title or is_village")
            : [.. rows.Skip(1).Where(row => row.Count == header.Count)
                .Select(row => new Office(row[code], row[title], row[village] is "true" or "True" or "1" or "yes" or "是"))];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var letter in line.TrimStart('\uFEFF'))
        {
            if (letter == '"')
            {
                // A doubled quote inside quotes is one quote: leaving and entering again appends it.
                if (!quoted && field.Length > 0)
                {
                    field.Append('"');
                }

                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
