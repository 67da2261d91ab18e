namespace SpecialDelivery.Core.Settings;

/// <summary>How packages and trips of one batch are brought together.</summary>
public enum AssignmentPolicy
{
    /// <summary>All pairs of the batch, least added driving first.</summary>
    SortedGreedy,

    /// <summary>Package by package in order of arrival, each taking the trip that starts nearest: the old system's way, with retries.</summary>
    NearestFirst,
}
