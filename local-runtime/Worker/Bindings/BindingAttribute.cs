namespace EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

/// <summary>What every attribute that binds something to a function derives from.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;
