namespace EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

/// <summary>Marks a parameter that is given to a function besides its trigger.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute;
