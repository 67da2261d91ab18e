namespace SpecialDelivery.Api.Security;

/// <summary>Marks an endpoint with the scope that its callers need.</summary>
/// <param name="Scope">The scope; of several any one will do.</param>
internal sealed record NeedsScope(Scope Scope);
