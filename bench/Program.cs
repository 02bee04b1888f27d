using EntCredit.Bench;

return await Harness.RunAsync(args).ConfigureAwait(false);
