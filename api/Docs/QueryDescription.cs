using Microsoft.OpenApi;

namespace SpecialDelivery.Api.Docs;

/// <summary>Describes query parameters that are read by hand, so strictly that binding cannot.</summary>
internal static class QueryDescription
{
    /// <summary>Adds parameters to an endpoint's description.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="parameters">Name and meaning; a name that ends in <c>!</c> is needed.</param>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params (string Name, string Meaning)[] parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach ((string name, string meaning) in parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name.TrimEnd('!'),
                    In = ParameterLocation.Query,
                    Required = name.EndsWith('!'),
                    Description = meaning,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
}
