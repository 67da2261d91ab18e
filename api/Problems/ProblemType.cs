namespace SpecialDelivery.Api.Problems;

/// <summary>A kind of fault; its name never changes, so that clients may branch on it.</summary>
/// <param name="Name">Last part of the type's URI.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What happened, the same for every occurrence.</param>
internal sealed record ProblemType(string Name, int Status, string Title)
{
    /// <summary>The type's URI.</summary>
    public string Uri => "urn:special-delivery:problem:" + Name;
}
