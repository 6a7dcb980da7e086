namespace Lianxin.Documents.Sheets;

/// <summary>
/// What every sheet for a wall says about itself. All dates are business dates in China Standard Time; no clock is read.
/// </summary>
/// <param name="Identity">Stable text that names this sheet and no other, for example <c>bulletin/2025-Q1/shili-village</c>: the file's first identifier is made from it. Never shown.</param>
/// <param name="Title">Heading in large type, for example <c>示例镇2025年第一季度信息公开公示</c>.</param>
/// <param name="Agency">发布机关.</param>
/// <param name="Place">The village, group (社) or office whose wall it is for, as people call it.</param>
/// <param name="Period">The time it covers, in words: <c>2025年第一季度</c>, <c>2025年3月</c>.</param>
/// <param name="MadeOn">Day on which the sheet was made; also the file's creation date.</param>
/// <param name="PostedOn">张贴日期, first day on the wall; null leaves a blank to be filled in by hand.</param>
/// <param name="TakeDownOn">撤下日期, the day it comes down; null says 长期.</param>
/// <param name="Telephone">监督电话, an office's number; null leaves the line out.</param>
/// <param name="Address">Full web address of the live page of the period, for the QR code; null when there is none (a party sheet).</param>
public sealed record SheetHead(
    string Identity,
    string Title,
    string Agency,
    string Place,
    string Period,
    DateOnly MadeOn,
    DateOnly? PostedOn,
    DateOnly? TakeDownOn,
    string? Telephone,
    string? Address);
