using EntCredit.Domain.Events;

namespace EntCredit.Domain.Inspections;

/// <summary>The rules of 随机抽查事项清单 (界政办〔2020〕5号 五(四): 建立完整的“随机抽查事项清单…”,并实施动态管理).</summary>
public static class MatterDecider
{
    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<MatterEvent> Decide(MatterCommand command, MatterList state) => command switch
    {
        MatterCommand.Put put when state.Matters.GetValueOrDefault(put.Matter.Code) == put.Matter => Decision<MatterEvent>.Nothing,
        MatterCommand.Put put => Decision<MatterEvent>.Of(new MatterEvent.Listed(put.At, put.By, put.Jurisdiction, put.Matter)),
        MatterCommand.Remove remove when state.Matters.ContainsKey(remove.Code) => Decision<MatterEvent>.Of(new MatterEvent.Removed(remove.At, remove.By, remove.Code)),
        _ => Decision<MatterEvent>.Nothing,
    };
}
