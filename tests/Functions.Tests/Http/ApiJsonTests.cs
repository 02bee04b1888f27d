using System.Text.Json;
using EntCredit.Functions.Http;

namespace EntCredit.Functions.Tests.Http;

public sealed class ApiJsonTests
{
    [Fact]
    public void Options_ChineseAndMarkup_OneIsReadableTheOtherEscaped() =>
        Assert.Equal("\"界首\\u003Cscript\\u003E\\u0026\"", JsonSerializer.Serialize("界首<script>&", ApiJson.Options));
}
