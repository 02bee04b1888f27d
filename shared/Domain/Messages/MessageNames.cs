using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Messages;

/// <summary>The names by which departments' systems know topics, the queue of answers, and properties. Part of docs/messages.md: for ever.</summary>
public static class MessageNames
{
    /// <summary>联合惩戒 (D7–D10).</summary>
    public const string Sanctions = "sanctions";

    /// <summary>限制决定 and their feedback (T13).</summary>
    public const string Restrictions = "restrictions";

    /// <summary>双告知 (D1–D6).</summary>
    public const string DualNotices = "dual-notices";

    /// <summary>异议 (E1–E9).</summary>
    public const string Objections = "objections";

    /// <summary>更正.</summary>
    public const string Corrections = "corrections";

    /// <summary>The queue that departments answer to.</summary>
    public const string Answers = "answers";

    /// <summary>The property that names the department a message is for.</summary>
    public const string Department = "department";

    /// <summary>The property that names those of a jurisdiction a message is for.</summary>
    public const string Audience = "audience";

    /// <summary>What data calls a duty's rule.</summary>
    public const string Rule = "rule";

    /// <summary>Every topic.</summary>
    public static IReadOnlyList<string> Topics { get; } = [Sanctions, Restrictions, DualNotices, Objections, Corrections];

    /// <summary>The value of <see cref="Audience"/>.</summary>
    public static string AudienceOf(string jurisdiction, DepartmentRole role) => $"{jurisdiction}/{char.ToLowerInvariant($"{role}"[0])}{$"{role}"[1..]}";

    /// <summary>The audiences that a department belongs to.</summary>
    public static IReadOnlyList<string> AudiencesOf(Department department) =>
        [.. new[] { DepartmentRole.Approver, DepartmentRole.MarketSupervision }.Where(department.Has).Select(role => AudienceOf(department.Jurisdiction, role))];

    /// <summary>Whether a message is for a department.</summary>
    public static bool Reaches(this Announcement announcement, Department department) =>
        department.Messages
        && (announcement.To == department.Id
            || (announcement.Audience is { } role && AudiencesOf(department).Contains(AudienceOf(announcement.Jurisdiction, role))));
}
