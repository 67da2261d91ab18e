using System.Text.Json;

namespace SpecialDelivery.Core.Orders;

/// <summary>Keeps what <see cref="FlatObject"/> finds in a record; the fields are numbered in the order in which they are usually written.</summary>
internal interface IFlatScan
{
    /// <summary>How many fields are looked for.</summary>
    int Fields { get; }

    /// <summary>Whether the document is an object.</summary>
    bool IsObject { set; }

    /// <summary>A field's name as UTF-8.</summary>
    ReadOnlySpan<byte> Utf8Name(int field);

    /// <summary>A field's name.</summary>
    string Name(int field);

    /// <summary>Whether the field was found already.</summary>
    bool Has(int field);

    /// <summary>Takes a field's value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="json">Stands on the value's first token.</param>
    void Take(int field, ref Utf8JsonReader json);
}
