using Lianxin.Core.Assessment;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Assessments;

/// <summary>The assessment's weights, read once at start; a broken file stops the start, with its line and reason (decision record 2).</summary>
public static class SchemeFile
{
    public const string Name = "assessment.csv";

    /// <exception cref="InvalidSettingsException">The file is missing or broken.</exception>
    public static AssessmentScheme Load(string folder)
    {
        var path = Path.Combine(folder, Name);
        var load = File.Exists(path)
            ? AssessmentFile.Parse(File.ReadAllText(path), Name)
            : throw new InvalidSettingsException($"{Name} is missing in {folder}.");
        return load.Scheme ?? throw new InvalidSettingsException($"{folder}: {string.Join("; ", load.Problems.Take(20))}");
    }
}
