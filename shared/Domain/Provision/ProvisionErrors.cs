using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Provision;

/// <summary>Commands that are impossible in the state of a month's provision.</summary>
public static class ProvisionErrors
{
    /// <summary>The ledger does not know it.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4601", "No such month", "没有这个月份的报送任务", "请核对月份", 404);

    /// <summary>The month does not follow a monthly regime.</summary>
    public static ErrorDefinition NotMonthly { get; } =
        new("EC4602", "This month is not provided monthly", "该月份不实行按月提供", "请按信息产生之日起的时限逐条归集", 422);

    /// <summary>Another department's.</summary>
    public static ErrorDefinition NotYours { get; } =
        new("EC4603", "This is another department's provision", "该月份的报送由其他部门负责", "请由负责部门报送", 403);

    /// <summary>The month has not ended.</summary>
    public static ErrorDefinition MonthNotOver { get; } =
        new("EC4604", "The month is not over", "该月份尚未结束", "请在次月报送", 409);

    /// <summary>Not who loads here.</summary>
    public static ErrorDefinition MayNotLoad { get; } =
        new("EC4605", "This department does not load here", "该部门不负责加载公示", "请由市场监管（工商）部门办理", 403);

    /// <summary>There is nothing to load.</summary>
    public static ErrorDefinition NothingToLoad { get; } =
        new("EC4606", "Nothing was provided", "该月份没有可加载的信息", "请等待部门报送", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [Unknown, NotMonthly, NotYours, MonthNotOver, MayNotLoad, NothingToLoad];
}
