namespace SpecialDelivery.Core.Orders;

/// <summary>The form in which orders are usually written, as one regular expression, for Spark.</summary>
/// <remarks>
/// One flat object of exactly the known fields in their usual order, the id in quotes and nothing else: no lenient reader can mistake one
/// thing for another in it. What has this form is a sound order once its values are in range; what has another may be sound all the same:
/// the strict reader decides.
/// </remarks>
public static class OrderForm
{
    // Shape only: whether it is a number is for the reader to say.
    private const string Digits = "[-+.0-9eE]{1,32}";

    /// <summary>The form; Java and .NET read it alike.</summary>
    public static string Pattern { get; } =
        $$"""\A\{"{{OrderFields.Id}}" ?: ?"{{OrderId.Pattern}}"{{string.Concat(Enumerable.Range(1, OrderSchema.PackageFields - 1).Select(Member))}}(?:{{Member((int)OrderField.Price)}})?\}\z""";

    private static string Member(int field) => $", ?\"{OrderSchema.Name((OrderField)field)}\" ?: ?{Digits}";
}
