namespace SpecialDelivery.Engine.Offline;

/// <summary>Where one packed file comes from.</summary>
/// <param name="Archive">The archive that holds it.</param>
/// <param name="File">Its path in the archive.</param>
/// <param name="Coordinates">Its Maven artifact: group:artifact:version, and a classifier where there is one.</param>
/// <param name="Licence">Under which it is passed on; several are parted by <c> | </c>, as its pom lists them.</param>
/// <param name="Sha256">The sum of its bytes.</param>
internal sealed record ManifestEntry(string Archive, string File, string Coordinates, string Licence, string Sha256);
