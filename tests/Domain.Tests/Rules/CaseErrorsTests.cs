using EntCredit.Domain.Corrections;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;

namespace EntCredit.Domain.Tests.Rules;

public sealed class CaseErrorsTests
{
    private static readonly IReadOnlyList<ErrorDefinition> All =
    [
        .. RecordErrors.All, .. ObjectionErrors.All, .. CorrectionErrors.All, .. SanctionErrors.All, .. NoticeErrors.All, .. InspectionErrors.All,
        .. ProvisionErrors.All,
    ];

    // The developer reads English, the department Chinese: what is wrong, and what to do about it.
    [Fact]
    public void All_Texts_SayWhatIsWrongInBothLanguagesAndHowToMendItInChinese() => Assert.All(All, error =>
    {
        Assert.Matches("^EC4[0-6][0-9]{2}$", error.Code);
        Assert.Matches("^[A-Z][\x20-\x7e]+[a-z]$", error.Title);
        Assert.Matches("^[^。]*[\u4e00-\u9fff][^。]*$", error.Chinese);
        Assert.Matches("^[^。]*[\u4e00-\u9fff][^。]*$", error.Mend);
        Assert.InRange(error.Status, 400, 422);
    });
}
