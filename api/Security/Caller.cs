namespace SpecialDelivery.Api.Security;

/// <summary>Who makes a request.</summary>
/// <param name="Name">Holder of the API key; "anonymous" where keys are not needed.</param>
/// <param name="Scopes">What they may do; none for a request without a valid key where one is needed.</param>
/// <param name="IsKnown">Whether it is certain who they are.</param>
internal sealed record Caller(string Name, Scope Scopes, bool IsKnown)
{
    private static readonly object Slot = new();

    /// <summary>Who makes a request, as <see cref="AccessControl"/> found out.</summary>
    public static Caller Of(HttpContext context) => context.Items[Slot] as Caller ?? throw new InvalidOperationException("Access control has not seen this request.");

    /// <summary>Notes who makes a request.</summary>
    public void Sign(HttpContext context) => context.Items[Slot] = this;
}
