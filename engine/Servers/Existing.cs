using System.Diagnostics;

namespace SpecialDelivery.Engine.Servers;

/// <summary>A server that somebody started before.</summary>
internal static class Existing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(3);

    /// <summary>Gives it a while to answer: it may have just been started.</summary>
    /// <exception cref="EngineException">It does not.</exception>
    public static async Task MustAnswerAsync(IServer server, string whatIsKnown, CancellationToken cancel)
    {
        long began = Stopwatch.GetTimestamp();
        while (await WhyNotAsync(server, cancel).ConfigureAwait(false) is { } refusal)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new EngineException($"{whatIsKnown}, but it does not answer: {refusal}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Asks once; null when it answers, else why not.</summary>
    public static async Task<string?> WhyNotAsync(IServer server, CancellationToken cancel)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(OneAnswer);
        try
        {
            await server.ProbeAsync(patience.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return e is OperationCanceledException ? $"nothing within {OneAnswer.TotalSeconds:0} s" : e.Message.TrimEnd('.');
        }
    }
}
