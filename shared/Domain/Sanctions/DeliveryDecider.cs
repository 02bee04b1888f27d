using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>The rules of a sanction's delivery to one implementer (界政办〔2020〕5号 五(六)): a pure function of command, state and the jurisdiction's rules.</summary>
public static class DeliveryDecider
{
    /// <summary>Receipt of what was pushed.</summary>
    public const string Receipt = "T12";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<DeliveryEvent> Decide(DeliveryCommand command, Delivery state, CaseRules rules) => (command, state.Phase) switch
    {
        (DeliveryCommand.Push push, DeliveryPhase.Unknown) => Push(push, rules),
        (DeliveryCommand.Push, _) => Decision<DeliveryEvent>.Nothing,
        (DeliveryCommand.NoteOverdue note, _) => new(
            [.. state.Duties.FallenBy(note.At).Select(duty => new DeliveryEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null),
        (_, DeliveryPhase.Unknown) => Impossible(SanctionErrors.Unknown),

        (DeliveryCommand.Receive receive, _) when receive.By != state.Push!.To => Impossible(SanctionErrors.NotYours),
        (DeliveryCommand.Receive receive, DeliveryPhase.Pushed) => Decision<DeliveryEvent>.Of(new DeliveryEvent.Received(receive.At, receive.By)
        {
            Closed = state.Duties.Keep(Receipt, receive.At),
        }),
        (DeliveryCommand.Receive, DeliveryPhase.Recalled) => Impossible(SanctionErrors.AlreadyLifted),
        (DeliveryCommand.Receive, _) => Decision<DeliveryEvent>.Nothing,

        (DeliveryCommand.Apply apply, _) when apply.By != state.Push!.To => Impossible(SanctionErrors.NotYours),
        (DeliveryCommand.Apply apply, _) when apply.ResultDigest == state.Application => Decision<DeliveryEvent>.Nothing,
        (DeliveryCommand.Apply apply, DeliveryPhase.Received) => Decision<DeliveryEvent>.Of(
            new DeliveryEvent.Applied(apply.At, apply.By, apply.ResultDigest, rules.Profile.Sanctions?.FeedbackTo)),
        (DeliveryCommand.Apply, DeliveryPhase.Pushed) => Impossible(SanctionErrors.NotReceived),
        (DeliveryCommand.Apply, _) => Impossible(SanctionErrors.AlreadyLifted),

        // At once, to everyone who received; who did not receive it is owed nothing but its recall.
        (DeliveryCommand.Lift lift, DeliveryPhase.Pushed) => Decision<DeliveryEvent>.Of(new DeliveryEvent.Recalled(lift.At)
        {
            Closed = state.Duties.End(lift.At, "lifted"),
        }),
        (DeliveryCommand.Lift lift, DeliveryPhase.Received) => Decision<DeliveryEvent>.Of(new DeliveryEvent.LiftingSent(lift.At)),
        (DeliveryCommand.Lift, _) => Decision<DeliveryEvent>.Nothing,

        (DeliveryCommand.ReceiveLifting receive, _) when receive.By != state.Push!.To => Impossible(SanctionErrors.NotYours),
        (DeliveryCommand.ReceiveLifting receive, DeliveryPhase.LiftingSent) =>
            Decision<DeliveryEvent>.Of(new DeliveryEvent.LiftingReceived(receive.At, receive.By)),
        (DeliveryCommand.ReceiveLifting, DeliveryPhase.Lifted or DeliveryPhase.Recalled) => Decision<DeliveryEvent>.Nothing,
        (DeliveryCommand.ReceiveLifting, _) => Impossible(SanctionErrors.NotLifted),
        _ => Decision<DeliveryEvent>.Nothing,
    };

    /// <summary>联合惩戒发起部门将联合惩戒信息推送至监管平台后,相关实施部门须在3个工作日内接收下载 (J 五(六)).</summary>
    private static Decision<DeliveryEvent> Push(DeliveryCommand.Push push, CaseRules rules) => rules.Profile.Sanctions is null
        ? Impossible(SanctionErrors.NotHere)
        : Decision<DeliveryEvent>.Of(new DeliveryEvent.Pushed(push.At, push.Sanction, push.Target, push.Initiator, push.To)
        {
            Opened = rules.Open(ClockKind.SanctionReceipt, push.To, LegalZone.DayOf(push.At)),
        });

    private static Decision<DeliveryEvent> Impossible(ErrorDefinition error) => Decision<DeliveryEvent>.Impossible(error);
}
