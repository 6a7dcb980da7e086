namespace Lianxin.Documents.Reading;

/// <summary>Ends the reading of a file that cannot be read to its end. Says nothing of what stands in it.</summary>
internal sealed class UnreadableFileException(string code, string detail) : Exception(detail)
{
    /// <summary>Stable, kebab-case.</summary>
    public string Code { get; } = code;

    public static UnreadableFileException TooMuch(string what) => new("file-too-large", $"文件过大，无法检查个人信息（{what}超过限度），请拆分后再上传。");

    public static UnreadableFileException Broken() => new("file-broken", "文件已损坏或格式不规范，无法检查个人信息，请重新导出后再上传。");

    public static UnreadableFileException Encrypted() => new("file-encrypted", "文件已加密，无法检查个人信息，请去掉密码后再上传。");

    public static UnreadableFileException Ambiguous() => new("file-ambiguous", "文件包内有重名的部分，或者有指向包外的路径，不予接收，请重新另存或打包后再上传。");

    /// <summary>A template or an object that the reader's program would fetch from elsewhere.</summary>
    public static UnreadableFileException Remote() => new("file-remote", "文件打开时会从网络上取模板或对象，不予接收，请去掉外部模板和链接对象后再上传。");

    public static UnreadableFileException Macros() => new("file-macros", "文件含有宏，不予接收，请另存为不含宏的格式后再上传。");

    public static UnreadableFileException Old() => new("file-old-format", "不接收旧版或加密的 Office 文件（.doc、.xls），请另存为 .docx、.xlsx 后再上传。");

    public static UnreadableFileException Kind() => new("file-kind", "文件中套有无法检查的文件，请取出后分别上传。");
}
