namespace Lianxin.Core.Proofreading;

/// <summary>Stable names of what proof-reading finds.</summary>
public static class ProofreadingKinds
{
    /// <summary>易混词 and known misspellings, from the data file.</summary>
    public const string Confusion = "confusion";

    /// <summary>重复词.</summary>
    public const string Repeated = "repeated-word";

    /// <summary>引号、括号不成对.</summary>
    public const string Unpaired = "unpaired-mark";

    /// <summary>标点：全角半角混用、多余的空格、重复的标点、段末缺标点.</summary>
    public const string Punctuation = "punctuation";

    /// <summary>不存在的日期.</summary>
    public const string Date = "impossible-date";

    /// <summary>成文日期用汉字数字 (GB/T 9704-2012, 7.3.5.4).</summary>
    public const string DateStyle = "date-style";

    /// <summary>发文字号 (GB/T 9704-2012, 7.2.5).</summary>
    public const string DocumentNumber = "document-number";

    /// <summary>领导姓名、职务 held against the township's own list.</summary>
    public const string Leader = "leader";

    /// <summary>领导排序.</summary>
    public const string LeaderOrder = "leader-order";

    /// <summary>Every kind with its Chinese word.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Confusion] = "疑似错别字",
        [Repeated] = "重复词",
        [Unpaired] = "标点不成对",
        [Punctuation] = "标点",
        [Date] = "日期不存在",
        [DateStyle] = "日期写法",
        [DocumentNumber] = "发文字号",
        [Leader] = "姓名职务",
        [LeaderOrder] = "领导排序",
    };
}
