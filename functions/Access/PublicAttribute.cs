namespace EntCredit.Functions.Access;

/// <summary>Anybody may call the function, without a key: it gives what the law makes public.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;
