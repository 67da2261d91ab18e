namespace SpecialDelivery.Api.Search;

/// <summary>One thing that is wrong with a query string.</summary>
/// <param name="Parameter">Its parameter; cut where it is long.</param>
/// <param name="Detail">What was found and what is expected; the value is not repeated.</param>
internal sealed record QueryFault(string Parameter, string Detail);
