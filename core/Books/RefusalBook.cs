using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Books;

/// <summary>Holds refused records against their dead letters.</summary>
internal sealed class RefusalBook
{
    private readonly Dictionary<(string Topic, int Partition, long Offset), DeadLetterReason> _refused = [];
    private readonly Dictionary<(string Topic, int Partition, long Offset), DeadLetterReason> _letters = [];

    public int Letters => _letters.Count;

    public void Refuse(in Arrival arrival, DeadLetterReason reason) => _refused[(arrival.Topic, arrival.Partition, arrival.Offset)] = reason;

    public void Add(DeadLetterEvent letter, FaultLog faults)
    {
        (string, int, long) place = (letter.Topic, letter.Partition, letter.Offset);
        if (!_letters.TryAdd(place, letter.Reason) && _letters[place] != letter.Reason)
        {
            faults.Add(RecountFault.Contradiction, $"{Name(place)} has dead letters of two reasons, {_letters[place]} and {letter.Reason}");
        }
    }

    public void Check(FaultLog faults)
    {
        foreach (((string, int, long) place, DeadLetterReason reason) in _refused)
        {
            if (!_letters.TryGetValue(place, out DeadLetterReason given))
            {
                faults.Add(RecountFault.Lost, $"{Name(place)} must be refused ({reason}) and has no dead letter");
            }
            else if (given != reason)
            {
                faults.Add(RecountFault.Contradiction, $"{Name(place)} must be refused for {reason}, its dead letter says {given}");
            }
        }

        foreach (((string, int, long) place, DeadLetterReason reason) in _letters)
        {
            if (!_refused.ContainsKey(place))
            {
                faults.Add(RecountFault.Contradiction, $"{Name(place)} is good or was never written, its dead letter says {reason}");
            }
        }
    }

    private static string Name((string Topic, int Partition, long Offset) place) => $"{place.Topic}/{place.Partition}@{place.Offset}";
}
