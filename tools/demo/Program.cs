using EntCredit.Demo;

// Plays the story through the doors of a running host: uploads by the storage client, questions over HTTP, time by the host's movable clock.
var url = Environment.GetEnvironmentVariable("ENTCREDIT_URL") ?? "http://127.0.0.1:7071";
var storage = Environment.GetEnvironmentVariable("AzureWebJobsStorage") ?? "UseDevelopmentStorage=true";
var samples = Environment.GetEnvironmentVariable("ENTCREDIT_SAMPLES") ?? "samples";

try
{
    using var town = new Town(new Uri(url), storage, samples);
    await new Story(town).PlayAsync();
    Console.WriteLine();
    Console.WriteLine("故事演完，每一步都如所料。");
    return 0;
}
catch (Exception failed) when (failed is UnexpectedException or IOException or HttpRequestException or Azure.RequestFailedException)
{
    Console.Error.WriteLine();
    Console.Error.WriteLine("与所料不符：" + failed.Message);
    return 1;
}
