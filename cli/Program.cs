using SpecialDelivery.Cli;

return await CommandLine.RunAsync(args);
