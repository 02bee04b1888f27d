namespace EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

/// <summary>Marks the parameter whose source makes a function run. A function has exactly one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
