using System.CommandLine;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd claims</c>.</summary>
internal static class ClaimsVerb
{
    public static Command Create()
    {
        Verb rebuild = new("rebuild", "Make the claim store again from topic 'claims'; running matchers stop and must be started again.",
            "sd claims rebuild        # after Redis lost its data: matchers refuse with STORE_NOT_READY until then");
        rebuild.SetAction(async (_, cancel) =>
        {
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(ServerSet.Kafka | ServerSet.Redis, cancel);
            EngineAddresses addresses = engine.Addresses;
            Progress<RebuildProgress> progress = new(step =>
                Console.Error.WriteLine($"claims         {step.EventsRead:N0} events read, {step.FieldsWritten:N0} fields written"));
            RebuildResult result = await ClaimStoreRebuild.RunAsync(
                addresses.Redis, new ClaimLedger(addresses.Kafka).Read(cancel), settings: null, progress, cancel);
            Console.WriteLine($"Rebuilt from {result.Events:N0} events: {result.Claimed:N0} packages carried, {result.Ended:N0} ended, highest fence {result.HighestFence:N0}.");
            return CommandLine.Done;
        });
        return new Verb("claims", "The claim store in Redis.", "sd claims rebuild") { rebuild };
    }
}
