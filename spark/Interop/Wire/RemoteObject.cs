namespace Microsoft.Spark.Interop.Wire;

/// <summary>A Java object as it stands in a reply, before it is bound to a reference that releases it.</summary>
/// <param name="Kind">r object, t array, l List, a Map, h Set, g Iterator.</param>
/// <param name="Id">Its name in the gateway.</param>
internal readonly record struct RemoteObject(char Kind, string Id);
