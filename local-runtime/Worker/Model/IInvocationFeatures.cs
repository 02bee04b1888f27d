namespace EntCredit.LocalRuntime.Worker;

/// <summary>Features of a run, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets a feature.</summary>
    void Set<T>(T instance);

    /// <summary>Gets a feature, or null.</summary>
    T? Get<T>();
}
