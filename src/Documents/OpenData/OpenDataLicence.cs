namespace Lianxin.Documents.OpenData;

/// <summary>
/// On what terms the open data may be used: what the law leaves free anyway (《著作权法》Art. 5: official documents are no works; 《政府信息公开
/// 条例》Art. 1: disclosure is to serve people's production and life), with the two requests that keep users from being misled.
/// </summary>
public static class OpenDataLicence
{
    /// <summary>How many items the file of the newest holds at most.</summary>
    public const int NewestItems = 100;

    public const string Text =
        "以上数据可以免费获取，自由查阅、复制、传播、统计和再利用，不需要申请或者登录。使用时请注明来源和获取日期；不得篡改内容后仍称为本机关发布，不得用于还原已经脱敏的个人信息。附件中第三方的作品依照其自己的权利。数据以网页现行版本为准。";
}
