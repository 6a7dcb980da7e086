using System.Text.Json.Serialization;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http.Views;

/// <summary>How answers are written: camelCase, source-generated.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SubmittedView))]
[JsonSerializable(typeof(ItemView))]
[JsonSerializable(typeof(ItemListView))]
[JsonSerializable(typeof(HistoryView))]
[JsonSerializable(typeof(CatalogueView))]
[JsonSerializable(typeof(AcceptedView))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(DeliveryView))]
[JsonSerializable(typeof(DeliveryListView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ReportView))]
[JsonSerializable(typeof(FigureRowsView))]
[JsonSerializable(typeof(ReportCheckView))]
[JsonSerializable(typeof(RecordView))]
[JsonSerializable(typeof(RecordListView))]
[JsonSerializable(typeof(FeedbackCreatedView))]
[JsonSerializable(typeof(FeedbackListView))]
[JsonSerializable(typeof(FeedbackView))]
[JsonSerializable(typeof(ReceiptView))]
[JsonSerializable(typeof(CaseListView))]
[JsonSerializable(typeof(CaseView))]
[JsonSerializable(typeof(FunnelView))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(QuarterAnswer))]
[JsonSerializable(typeof(DutyAnswer))]
[JsonSerializable(typeof(PreflightAnswer))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(TimerRunView))]
[JsonSerializable(typeof(IReadOnlyList<PublicationAttempt>))]
public sealed partial class ApiJson : JsonSerializerContext;
