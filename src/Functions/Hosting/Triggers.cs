using System.Diagnostics.CodeAnalysis;

namespace Lianxin.Functions.Hosting;

/// <summary>A tick of a timer, free of hosting types. It says that time has passed, not what is due: sweeps ask the data.</summary>
/// <param name="ScheduledFor">Instant this run was planned for; null when the host keeps no record or was asked by hand.</param>
/// <param name="LastRun">Instant of the run before; null when there was none.</param>
/// <param name="IsPastDue">True when the planned instant was missed, however often; the host makes one run of it.</param>
public sealed record TimerTick(DateTimeOffset? ScheduledFor, DateTimeOffset? LastRun, bool IsPastDue, string InvocationId);

/// <summary>A queue message, free of hosting types. Delivered at least once.</summary>
/// <param name="Payload">The message's text as it was sent.</param>
/// <param name="DequeueCount">Which attempt this is, from 1; null when the host's figure cannot be told from the payload's own.</param>
public sealed record Delivery(string Payload, int? DequeueCount, string InvocationId);

/// <summary>Body of a timer function. It may be killed at any step and is run again: every step is idempotent.</summary>
public interface ITimerHandler
{
    Task RunAsync(TimerTick tick, CancellationToken cancellation);
}

/// <summary>Body of a queue function. An exception gives the message back to the queue; it may come twice in any case.</summary>
public interface IQueueHandler
{
    Task HandleAsync(Delivery delivery, CancellationToken cancellation);
}

/// <summary>Stands around the body of every queue function, to keep why one failed. It throws on what the body throws.</summary>
public interface IQueueWatch
{
    Task WatchAsync(string queue, Delivery delivery, Func<Task> body);
}

/// <summary>Joins a function's name to the body that does its work.</summary>
public static class TriggerRegistration
{
    public static IServiceCollection AddTimerHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, string function)
        where THandler : class, ITimerHandler =>
        services.AddKeyedScoped<ITimerHandler, THandler>(function);

    public static IServiceCollection AddQueueHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, string function)
        where THandler : class, IQueueHandler =>
        services.AddKeyedScoped<IQueueHandler, THandler>(function);
}
