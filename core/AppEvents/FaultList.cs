using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>Collects faults, so many of them at most that an answer stays short.</summary>
internal sealed class FaultList
{
    private const int MaxPointerName = 40;

    private readonly List<AppEventFault> _faults = [];
    private int _more;

    public bool IsEmpty => _faults.Count == 0;

    public void Add(string pointer, DeadLetterReason reason, string detail)
    {
        if (_faults.Count < AppEventLimits.MaxFaults)
        {
            _faults.Add(new(pointer, reason, detail));
        }
        else
        {
            _more++;
        }
    }

    public AppEventOutcome Refuse() => new(null, _more == 0 ? _faults : [.. _faults, new("", _faults[^1].Reason, $"… and {_more} more.")]);

    /// <summary>The pointer to a detail; its name is the sender's text, so it is escaped and cut.</summary>
    public static string ToParam(string name)
    {
        int length = Math.Min(name.Length, MaxPointerName);
        if (length < name.Length && char.IsHighSurrogate(name[length - 1]))
        {
            length--;
        }

        string kept = name[..length].Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return $"/{AppEventFields.Params}/{kept}{(length < name.Length ? "…" : "")}";
    }
}
