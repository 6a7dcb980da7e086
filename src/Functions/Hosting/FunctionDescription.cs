namespace Lianxin.Functions.Hosting;

/// <summary>One function as the Functions host sees it: a name, which is its folder and its trigger address, and one trigger.</summary>
public abstract record FunctionDescription(string Name);

/// <summary>A resource of the HTTP contract. The host passes the request on with its public address.</summary>
/// <param name="Route">Route template under the empty prefix, for example <c>api/items/{*rest}</c>.</param>
/// <param name="Methods">Methods that the host lets through; none named means all, and the app itself answers 405.</param>
public sealed record HttpFunction(string Name, string Route, params IReadOnlyList<string> Methods) : FunctionDescription(Name);

/// <summary>A tick of the clock.</summary>
/// <param name="Schedule">NCRONTAB with six fields (second minute hour day month weekday), in UTC: Linux plans know no other zone.</param>
public sealed record TimerFunction(string Name, string Schedule) : FunctionDescription(Name);

/// <summary>A message of a queue in the app's own storage account.</summary>
public sealed record QueueFunction(string Name, string Queue) : FunctionDescription(Name);
