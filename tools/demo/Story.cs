using EntCredit.Demo.Chapters;

namespace EntCredit.Demo;

/// <summary>The whole story on one legal clock, from 2020-07-06 to 2020-09-01. The first step that is not as expected ends it.</summary>
public sealed class Story(Town town)
{
    /// <summary>Plays it. What a later step asks for on an early day, such as Chongqing's June, stands where that day is.</summary>
    public async Task PlayAsync()
    {
        var objections = new Objections(town);
        var sanctions = new Sanctions(town);
        var corrections = new Corrections(town);
        var provision = new Provision(town);

        await provision.BeginAsync();
        await new FirstHalf(town).PlayAsync();
        await objections.PlayAsync();
        await sanctions.PlayAsync();
        await new Posting(town).PlayAsync();
        await corrections.PlayAsync();
        await new Withdrawal(town).PlayAsync();
        await provision.PlayAsync();

        await sanctions.LapseAsync();
        await provision.LapseAsync();
        await objections.LapseAsync();
        await sanctions.LiftAsync();
        await new Compliance(town).PlayAsync();
    }
}
