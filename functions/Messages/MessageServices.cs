using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Messages;

/// <summary>Messages as services.</summary>
public static class MessageServices
{
    /// <summary>Adds them. Without a bus in the settings nothing looks for what is to be sent: the facts are in the ledger, and the inbox shows them.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<MessageBus>()
            .AddSingleton<OutboxSender>()
            .AddTransient<AnswerGate>()
            .AddTransient<AnswerDesk>()
            .AddTransient<AnswerIntake>()
            .AddTransient<DeadLetterBox>();
        return MessageBus.IsNamed(configuration) ? services.AddHostedService<OutboxService>() : services;
    }
}
