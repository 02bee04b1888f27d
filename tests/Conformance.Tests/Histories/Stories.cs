using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations.Intake;
using EntCredit.Orchestrations.Objections;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Records;
using EntCredit.Orchestrations.Sanctions;

namespace EntCredit.Conformance.Tests.Histories;

/// <summary>One story for each orchestrator, through each way that its code can go.</summary>
internal static class Stories
{
    /// <summary>The legal day on which each begins.</summary>
    public static readonly DateOnly Begin = new(2020, 7, 1);

    public static IReadOnlyList<Story> All { get; } =
    [
        new(BatchOrchestrator.Name, Instances.OfBatch("b1"), new BatchInput("b1"), new Dictionary<string, object?[]>
        {
            [ReadUploadActivity.Name] = [new ReadOutcome(2, 0)],
            [TakeSegmentActivity.Name] = [new IOException("storage is busy"), new SegmentOutcome(1, 10, 9, 1), new SegmentOutcome(2, 13, 12, 1)],
            [WriteReceiptActivity.Name] = [null],
            [StartCohortsActivity.Name] = [null],
            [CountProvisionActivity.Name] = [null],
        }, new Step.Seconds(1)),
        new(CohortOrchestrator.Name, Instances.OfCohort("c1"), new CohortInput("c1"), new Dictionary<string, object?[]>
        {
            [PublishPageActivity.Name] =
            [
                new PageOutcome(1, 0, null), new PageOutcome(-1, 2, Begin.AddDays(20)),
                new PageOutcome(1, 0, null), new PageOutcome(-1, 1, Begin.AddDays(20)),
                new PageOutcome(-1, 1, Begin.AddDays(25)),
                new PageOutcome(-1, 0, null),
            ],
            [NoteOverduePageActivity.Name] = [new PageOutcome(1, 1, null), new PageOutcome(-1, 0, null)],
        }, new Step.Wake(), new Step.Days(21), new Step.Wake()),
        new(MendingOrchestrator.Name, Instances.OfMending("c1"), new MendingInput("c1", Begin.AddDays(2), Begin.AddDays(3)), new Dictionary<string, object?[]>
        {
            [NoteOverduePageActivity.Name] = [new PageOutcome(-1, 1, Begin.AddDays(3)), new PageOutcome(-1, 1, Begin.AddDays(5)), new PageOutcome(-1, 0, null)],
            [RemindPageActivity.Name] = [new PageOutcome(1, 1, Begin.AddDays(3)), new PageOutcome(-1, 0, null)],
        }, new Step.Days(2), new Step.Days(2), new Step.Days(2)),
        new(ReviewOrchestrator.Name, Instances.OfReview("b1"), new BatchInput("b1"), new Dictionary<string, object?[]>
        {
            [ReviewCohortsActivity.Name] = [new ReviewCohorts("c1\nc2")],
            [ReviewPageActivity.Name] = [new ReviewPageOutcome(1, 5), new ReviewPageOutcome(-1, 2), new ReviewPageOutcome(-1, 0)],
            [EndReviewActivity.Name] = [null],
        }),
        new(WithdrawalOrchestrator.Name, Instances.OfWithdrawal("b1"), new BatchInput("b1"), new Dictionary<string, object?[]>
        {
            [ReviewCohortsActivity.Name] = [new ReviewCohorts("c1\nc2")],
            [WithdrawPageActivity.Name] = [new WithdrawPageOutcome(1, 5, 0), new WithdrawPageOutcome(-1, 2, 1), new WithdrawPageOutcome(-1, 0, 4)],
            [EndWithdrawalActivity.Name] = [null],
        }),
        Case(ObjectionOrchestrator.Name, Instances.OfObjection("1")),
        Case(CorrectionOrchestrator.Name, Instances.OfCorrection("1")),
        Case(SanctionDeliveryOrchestrator.Name, Instances.OfSanctionDelivery("1", "jieshou-housing")),
        Case(RestrictionOrchestrator.Name, Instances.OfRestriction("1")),
        Case(DualNoticeOrchestrator.Name, Instances.OfNotice("1")),
        Case(RosterOrchestrator.Name, Instances.OfRoster("jieshou-housing")),
        Case(MonthlyProvisionOrchestrator.Name, Instances.OfProvision("chongqing-fgw", Begin)),
    ];

    /// <summary>Owed, woken by news, over its day, woken again, done.</summary>
    private static Story Case(string orchestrator, string stream) => new(orchestrator, stream, new CaseInput(stream), new Dictionary<string, object?[]>
    {
        [NoteCaseOverdueActivity.Name] =
        [
            new CaseOutcome(0, Begin.AddDays(5)), new CaseOutcome(0, Begin.AddDays(10)), new CaseOutcome(0, Begin.AddDays(30)), new CaseOutcome(1, null),
        ],
    }, new Step.Wake(), new Step.Days(11), new Step.Wake());
}
