namespace SpecialDelivery.Api.Security;

/// <summary>What an API key allows.</summary>
[Flags]
internal enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To post events.</summary>
    Ingest = 1,

    /// <summary>To count and search.</summary>
    Read = 2,

    /// <summary>To see how the service itself does.</summary>
    Admin = 4,

    /// <summary>Everything.</summary>
    All = Ingest | Read | Admin,
}
