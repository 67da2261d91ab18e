namespace SpecialDelivery.Core.Matching;

/// <summary>Remembers which ids were used for what content, for some days of event time.</summary>
/// <remarks>Two generations, the older dropped whole: a lookup costs two probes and memory stays bounded however long the job runs.</remarks>
internal sealed class SeenOrders(long generationMilliseconds)
{
    private Dictionary<string, ulong> _young = [];
    private Dictionary<string, ulong> _old = [];
    private long _turnsAt = long.MinValue;

    /// <summary>Moves event time; drops what was first seen more than two generations ago.</summary>
    public void Advance(long eventTime)
    {
        if (_turnsAt == long.MinValue)
        {
            _turnsAt = eventTime + generationMilliseconds;
        }
        else if (eventTime >= _turnsAt)
        {
            (_old, _young) = (_young, []);
            _turnsAt = eventTime + generationMilliseconds;
        }
    }

    /// <summary>Notes an id; tells whether it is new, and if not, whether its content is the same.</summary>
    public Admission Note(string id, ulong content)
    {
        if (_young.TryGetValue(id, out ulong known) || _old.TryGetValue(id, out known))
        {
            return known == content ? Admission.Repeated : Admission.Conflicting;
        }

        _young.Add(id, content);
        return Admission.Admitted;
    }
}
