using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Departments;

/// <summary>
/// Accounts (C14): 通过同级工商、市场监管部门…申请账号 (湘商改〔2016〕7号 第四条); 账号申领管理由区工商局负责 (新会区方案 二(三)2). Applied for online, answered once. Pure functions.
/// </summary>
public static class AccountDecider
{
    /// <summary>What a command gives.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="state">Where the application stands.</param>
    /// <param name="profile">The profile of the platform.</param>
    /// <param name="departments">The departments in force.</param>
    public static Decision<AccountEvent> Decide(AccountCommand command, AccountApplication state, JurisdictionProfile profile, DepartmentRegister departments) => command switch
    {
        AccountCommand.Apply apply => Apply(apply, state, profile, departments),
        AccountCommand.Issue issue => Issue(issue, state, departments),
        AccountCommand.Refuse refuse => Refuse(refuse, state),
        AccountCommand.TakeKey take => TakeKey(take, state),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>Who answers an applicant of a level: the issuing department of the same level, or of the jurisdiction where that level has none; null where there is none at all.</summary>
    public static string? IssuerOf(AccountRule rule, string jurisdiction, DepartmentLevel level, DepartmentRegister departments)
    {
        var issuers = departments.In(jurisdiction, rule.IssuedBy).ToList();
        return (issuers.FirstOrDefault(one => one.Level == level) ?? issuers.FirstOrDefault())?.Id;
    }

    private static Decision<AccountEvent> Apply(AccountCommand.Apply apply, AccountApplication state, JurisdictionProfile profile, DepartmentRegister departments)
    {
        if (state.Applied is not null) return Decision<AccountEvent>.Nothing;
        if (profile.Accounts is not { } rule || IssuerOf(rule, profile.Id, apply.Level, departments) is not { } issuer) return Impossible(AccountErrors.NotHere);

        // Who runs or oversees the platform is named by its departments file, not by an application.
        var taken = profile.Participants.Roles.Contains(apply.Role) && apply.Role is not (DepartmentRole.MarketSupervision or DepartmentRole.Operator or DepartmentRole.Auditor);
        return taken
            ? Decision<AccountEvent>.Of(new AccountEvent.Applied(
                apply.At, profile.Id, issuer, apply.Name, apply.Level, apply.Role, apply.Purpose, apply.SecretSha256) { Contact = apply.Contact })
            : Impossible(AccountErrors.RoleNotHere);
    }

    private static Decision<AccountEvent> Issue(AccountCommand.Issue issue, AccountApplication state, DepartmentRegister departments)
    {
        if (Fault(state, issue.By) is { } fault) return Impossible(fault);
        if (state.Issue is { } issued && issued.Department == issue.Department && issued.Until == issue.Until) return Decision<AccountEvent>.Nothing;
        if (state.Phase != AccountPhase.Applied) return Impossible(AccountErrors.Answered);
        var applied = state.Applied!;
        if (departments.Find(issue.Department) is not { } department
            || department.Jurisdiction != applied.Jurisdiction
            || department.Level != applied.Level
            || !department.Has(applied.Role))
        {
            return Impossible(AccountErrors.OtherDepartment);
        }

        var today = LegalZone.DayOf(issue.Now);
        return issue.Until < today || issue.Until > today.AddYears(KeyDecider.MostYears)
            ? Impossible(KeyErrors.Days)
            : Decision<AccountEvent>.Of(new AccountEvent.Issued(issue.At, issue.By, issue.Department, issue.Until));
    }

    private static Decision<AccountEvent> Refuse(AccountCommand.Refuse refuse, AccountApplication state)
    {
        if (Fault(state, refuse.By) is { } fault) return Impossible(fault);
        if (state.Refusal is { } refused && refused.Reason == refuse.Reason) return Decision<AccountEvent>.Nothing;
        return state.Phase != AccountPhase.Applied
            ? Impossible(AccountErrors.Answered)
            : Decision<AccountEvent>.Of(new AccountEvent.Refused(refuse.At, refuse.By, refuse.Reason));
    }

    private static Decision<AccountEvent> TakeKey(AccountCommand.TakeKey take, AccountApplication state) => state.Phase switch
    {
        AccountPhase.Issued => Decision<AccountEvent>.Of(new AccountEvent.KeyTaken(take.At, take.Key)),
        AccountPhase.KeyTaken => Impossible(AccountErrors.KeyShown),
        AccountPhase.Unknown => Impossible(AccountErrors.Unknown),
        _ => Impossible(AccountErrors.NotIssued),
    };

    private static ErrorDefinition? Fault(AccountApplication state, string by) =>
        state.Applied is not { } applied ? AccountErrors.Unknown : applied.With != by ? AccountErrors.NotYours : null;

    private static Decision<AccountEvent> Impossible(ErrorDefinition error) => Decision<AccountEvent>.Impossible(error);
}
