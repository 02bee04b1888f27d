using EntCredit.Functions;
using EntCredit.Functions.Access;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseGuards();
builder.Services.AddEntCredit(builder.Configuration);

var host = builder.Build();
await host.PrepareEntCreditAsync();
await host.RunAsync();
