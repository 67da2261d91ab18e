namespace SpecialDelivery.Core.Names;

/// <summary>Every Elasticsearch index, declared once.</summary>
public static class Indices
{
    /// <summary>Matches; document id = package id.</summary>
    public const string Matches = "matches";
}
