using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of an invented application for an account.</summary>
internal static class AccountSamples
{
    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        new AccountEvent.Applied(Samples.At, "hunan", "hunan-aic", "样例银行", DepartmentLevel.Province, DepartmentRole.Bank, "业务系统", "c0ffee")
        {
            Contact = new AccountContact("样申请", "0731-0000000"),
        },
        new AccountEvent.Refused(Samples.At, "hunan-aic", "材料不全"),
        new AccountEvent.Issued(Samples.At, "hunan-aic", "hunan-housing", new DateOnly(2026, 12, 31)),
        new AccountEvent.KeyTaken(Samples.At, "ab12cd34ef56"),
    ];
}
