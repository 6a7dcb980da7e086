using Lianxin.Core.Proofreading;

namespace Lianxin.Core.Tests.Proofreading;

/// <summary>Proof-reading with the lists as they are shipped.</summary>
internal static class ShippedProofreader
{
    public static readonly ProofreadingRules Rules = Load();

    public static readonly Proofreader Whole = new(Rules);

    /// <summary>The findings as <c>kind excerpt-of-the-place suggestion</c>, to read in a test.</summary>
    public static IReadOnlyList<(string Kind, string Text)> Read(string text) =>
        [.. Whole.Read("body", text).Select(f => (f.Kind, text.Substring(f.Start, f.Length)))];

    private static ProofreadingRules Load()
    {
        var load = ProofreadingFiles.Parse(
            ShippedData.Text("proofreading/confusions.csv"), ShippedData.Text("proofreading/repeats.csv"), ShippedData.Text("proofreading/leaders.csv"));
        load.Problems.ShouldBeEmpty();
        return load.Rules.ShouldNotBeNull();
    }
}
