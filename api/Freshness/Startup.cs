namespace SpecialDelivery.Api.Freshness;

/// <summary>Whether what the service needs has been found once since it started.</summary>
internal sealed class Startup
{
    private volatile bool _isDone;

    public bool IsDone => _isDone;

    public void Finish() => _isDone = true;
}
