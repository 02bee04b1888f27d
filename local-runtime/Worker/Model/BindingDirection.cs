namespace EntCredit.LocalRuntime.Worker;

/// <summary>Whether a binding is given to a function or by it.</summary>
public enum BindingDirection
{
    /// <summary>Given to the function.</summary>
    In,

    /// <summary>Given by the function.</summary>
    Out,
}
