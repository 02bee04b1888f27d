using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;

namespace EntCredit.Domain.Tests.Rules;

public sealed class EventNameTests
{
    [Fact]
    public void Of_AnEvent_IsAreaAndFact() => Assert.Equal("objection.hidden", EventNameAttribute.Of(typeof(ObjectionEvent.Hidden)));

    [Fact]
    public void Of_ATypeWithoutName_SaysWhichTypeItIs() => Assert.Contains(
        nameof(ObjectionEvent), Assert.Throws<InvalidOperationException>(() => EventNameAttribute.Of(typeof(ObjectionEvent))).Message, StringComparison.Ordinal);
}
