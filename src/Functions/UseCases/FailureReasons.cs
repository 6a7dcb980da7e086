using System.Text.Json;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>Why a machine's work failed, in the words of people. Messages of exceptions are for the log: they are English and may tell too much.</summary>
public static class FailureReasons
{
    public const string Unknown = "原因不明：处理程序可能在处理时中断";
    public const string Unreadable = "消息的内容不是本系统写的，无法识别";

    public static string Of(Exception failure) => failure switch
    {
        FormatException or JsonException => "消息的内容无法识别，或者没有这种办理事项",
        MissingSubjectException => "消息所指的信息或者任务不存在",
        StorageUnavailableException => "存储服务暂时无法访问",
        OperationCanceledException => "处理超过时限，或者系统正在停止",
        ArgumentException => "内容不符合要求，或者所属事项已不在公开事项目录中",
        InvalidOperationException => "处理时内容一再被其他操作改动，或者存储拒绝了请求",
        _ => "处理程序内部错误",
    };
}
