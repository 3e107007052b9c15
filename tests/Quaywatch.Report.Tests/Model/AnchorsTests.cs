using Quaywatch.Report.Model;

namespace Quaywatch.Report.Tests.Model;

public sealed class AnchorsTests
{
    [Fact]
    public void An_id_is_given_once()
    {
        Anchors anchors = new();
        Assert.Equal("F0001", anchors.TryTake("F0001", 'F'));
        Assert.Null(anchors.TryTake("F0001", 'F'));
        Assert.True(anchors.Has("F0001"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("F")]
    [InlineData("C1")]
    [InlineData("F1 onload=x")]
    [InlineData("F\u202e1")]
    [InlineData("F12345678901234567890123456789012345678901")]
    public void An_id_of_another_form_is_not_given(string id) => Assert.Null(new Anchors().TryTake(id, 'F'));
}
