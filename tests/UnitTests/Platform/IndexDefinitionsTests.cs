using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Platform.Elasticsearch;

namespace UnitTests.Platform;

public sealed class IndexDefinitionsTests
{
    [Fact]
    public void The_mapping_of_matches_names_exactly_the_fields_of_a_match()
    {
        JsonElement match = JsonSerializer.SerializeToElement(new MatchEvent("p", "t", 1, 2, 3, 4, 1, 5, 6, 7), EventJson.Default.MatchEvent);
        JsonElement mapping = JsonDocument.Parse(IndexDefinitions.Matches).RootElement.GetProperty("mappings").GetProperty("properties");
        Assert.Equal(match.EnumerateObject().Select(field => field.Name).Order(), mapping.EnumerateObject().Select(field => field.Name).Order());
    }
}
