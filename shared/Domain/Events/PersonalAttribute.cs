namespace EntCredit.Domain.Events;

/// <summary>Marks a property of an event that holds a natural person's data: kept encrypted outside the hash chain, which holds only its salted digest.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
