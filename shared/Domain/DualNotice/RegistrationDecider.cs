using EntCredit.Domain.DualNotice.Approvals;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;

namespace EntCredit.Domain.DualNotice;

/// <summary>
/// What a registration that was taken in asks of others: 根据市场主体经营范围中的关键词…自动比对…精确推送告知同级审批部门 (湘商改〔2016〕7号 第七条);
/// 将企业登记信息通过监管平台精准推送告知有关行政机关 (界政办〔2020〕5号 五(三)); 发布…定期查询并认领 (渝府办发〔2016〕170号 三(四)). A pure function.
/// </summary>
public static class RegistrationDecider
{
    private const string Scope = "JYFW", Status = "DJZT", Act = "DJYW";

    private static readonly string[] GoneBy = ["注销", "撤销"];

    /// <summary>The items of the catalogue that a registration meets; none where its document does not ask for it, or it arose before the document held (A35).</summary>
    public static IReadOnlyList<string> ItemsOf(Record registration, CaseRules rules, ApprovalCatalogue law) =>
        IsTold(registration, rules) && !IsGone(registration) && registration.Content!.Fields.GetValueOrDefault(Scope) is { } scope ? law.Read(scope).Items : [];

    /// <summary>Whether the enterprise exists no more by what was registered: what is owed about it ends (A14).</summary>
    public static bool IsGone(Record registration) => registration.Content is { Fields: var fields }
        && (GoneBy.Contains(fields.GetValueOrDefault(Status)) || fields.GetValueOrDefault(Act) is "注销" or "3");

    /// <summary>What is to be asked of notices: the id of each, and the command. What was told of an enterprise's item before is not told again.</summary>
    /// <param name="at">The legal instant.</param>
    /// <param name="id">The registration's record.</param>
    /// <param name="registration">Its state.</param>
    /// <param name="known">The notices about the enterprise, by id.</param>
    /// <param name="rules">The rules of the registrar's jurisdiction.</param>
    /// <param name="law">The catalogue.</param>
    public static IReadOnlyList<(string Notice, NoticeCommand Command)> Follow(
        DateTimeOffset at, string id, Record registration, IReadOnlyDictionary<string, Notice> known, CaseRules rules, ApprovalCatalogue law)
    {
        if (IsGone(registration))
            return [.. known.Where(one => one.Value.Phase != NoticePhase.Deregistered).Select(one => (one.Key, (NoticeCommand)new NoticeCommand.Deregister(at)))];
        if (!IsTold(registration, rules)) return [];

        IReadOnlyList<string?> items = ItemsOf(registration, rules, law);

        // 对经营范围中的审批部门不明确或不涉及审批的…发布公示 (H 第七条).
        if (items.Count == 0 && rules.Profile.DualNotice!.OpenClaim) items = [null];
        List<(string, NoticeCommand)> asked = [];
        foreach (var item in items)
        {
            var (notice, state) = Told(known, item);
            if (state is { Phase: not NoticePhase.ApplicantTold }) continue;
            var origin = registration.Origin!;
            var about = state?.About ?? new Registration(id, registration.Subject!, origin.Jurisdiction, origin.Provider, item);
            asked.Add((notice ?? CaseKeys.Of("dual-notice", origin.Provider, null, [about.Subject, id, item]), Ask(at, about, rules, law)));
        }

        return asked;
    }

    private static NoticeCommand Ask(DateTimeOffset at, Registration about, CaseRules rules, ApprovalCatalogue law)
    {
        var rule = rules.Profile.DualNotice!;
        var registrar = rules.Departments.Find(about.Registrar)!;
        if (rule.Pushed && about.ApprovalItem is { } code && law.Find(code) is { } item && law.ApproverOf(item, registrar, rules.Departments, at) is { } approver)
            return new NoticeCommand.Push(at, about, about.Registrar, approver.Id);
        return rule.OpenClaim ? new NoticeCommand.Publish(at, about, about.Registrar) : new NoticeCommand.LeaveUnclear(at, about, about.Registrar);
    }

    private static (string? Id, Notice? State) Told(IReadOnlyDictionary<string, Notice> known, string? item)
    {
        foreach (var (id, state) in known)
        {
            if (state.About?.ApprovalItem == item && state.Phase != NoticePhase.Deregistered) return (id, state);
        }

        return (null, null);
    }

    private static bool IsTold(Record registration, CaseRules rules) => registration is { Origin: { } origin, Finished: false, Content: { Status: ContentStatus.Valid, GeneratedOn: { } day } }
        && rules.Profile.DualNotice is not null
        && origin.Item == FollowUps.Register
        && rules.Is(origin.Provider, Departments.DepartmentRole.Registrar)
        && day >= rules.Profile.HoldsFrom;
}
