using Lianxin.Functions;
using Lianxin.Functions.Hosting;

return await HandlerHost.RunAsync(args, FunctionApp.Lianxin, Composition.Compose, Composition.Map);
