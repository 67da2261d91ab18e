using System.CommandLine;
using System.Runtime.CompilerServices;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.Names;

namespace SpecialDelivery.Api.Commands;

/// <summary>Runs the service.</summary>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class ServeCommand(Func<string, string?> variable)
{
    private static readonly string Description =
        $"""
        Special Delivery's REST service: events in, counts, searches and matches out.

        Settings are environment variables: {Variables.ApiUrls} (default http://127.0.0.1:5080), {Variables.Kafka}, {Variables.Redis}, {Variables.Elasticsearch},
        {Variables.ApiRate} (requests per second and client), {Variables.ApiCursorKey}. Beyond loopback also {Variables.ApiKeysFile} or {Variables.ApiKeys}, and {Variables.ApiHosts}.

        Examples:
          {Variables.ApiUrls}=http://127.0.0.1:8080         another port
          key --name shop-app --scopes ingest,read          a key, and the line that stores it
        """;

    /// <summary>The command, ready to be parsed.</summary>
    public RootCommand Create()
    {
        RootCommand command = new(Description) { KeyCommand.Create() };
        command.SetAction((parsed, stop) => RunAsync(parsed.InvocationConfiguration, stop));
        return command;
    }

    private async Task<int> RunAsync(InvocationConfiguration console, CancellationToken stop)
    {
        await Task.Yield(); // the library listens for Ctrl-C and SIGTERM only once this method has returned to it
        ApiSettings settings;
        try
        {
            settings = ApiSettings.From(variable);
        }
        catch (ApiSettingsException fault)
        {
            await console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Usage;
        }

        WebApplication app = ApiApplication.Create(settings);
        await using ConfiguredAsyncDisposable _ = app.ConfigureAwait(false);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException fault)
        {
            await console.Error.WriteLineAsync($"{fault.Message} Set {Variables.ApiUrls} to another address.");
            return ExitCode.Failed;
        }

        await console.Output.WriteLineAsync($"api: listening on {string.Join(", ", app.Urls)}; what there is: {app.Urls.First()}/docs; Ctrl-C stops it");
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }
}
