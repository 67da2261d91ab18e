#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

/// <summary>Ways to drop or replace missing values: nulls, and NaN in numbers.</summary>
public sealed class DataFrameNaFunctions : IJvmObjectReferenceProvider
{
    internal DataFrameNaFunctions(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>The rows in which no value is missing.</summary>
    public DataFrame Drop() => Frame("drop");

    /// <summary>The rows in which not <c>any</c>, or not <c>all</c>, values are missing.</summary>
    public DataFrame Drop(string how) => Frame("drop", how);

    /// <summary>The rows in which no value of the named columns is missing.</summary>
    public DataFrame Drop(IEnumerable<string> columnNames) => Frame("drop", JavaArray.Of([.. columnNames]));

    /// <summary>The rows in which not <c>any</c>, or not <c>all</c>, values of the named columns are missing.</summary>
    public DataFrame Drop(string how, IEnumerable<string> columnNames) => Frame("drop", how, JavaArray.Of([.. columnNames]));

    /// <summary>The rows with at least so many values.</summary>
    public DataFrame Drop(int minNonNulls) => Frame("drop", minNonNulls);

    /// <summary>The rows with at least so many values in the named columns.</summary>
    public DataFrame Drop(int minNonNulls, IEnumerable<string> columnNames) => Frame("drop", minNonNulls, JavaArray.Of([.. columnNames]));

    /// <summary>Missing numbers replaced.</summary>
    public DataFrame Fill(long value) => Frame("fill", value);

    /// <summary>Missing numbers replaced.</summary>
    public DataFrame Fill(double value) => Frame("fill", value);

    /// <summary>Missing texts replaced.</summary>
    public DataFrame Fill(string value) => Frame("fill", value);

    /// <summary>Missing booleans replaced.</summary>
    public DataFrame Fill(bool value) => Frame("fill", value);

    /// <summary>Missing numbers of the named columns replaced.</summary>
    public DataFrame Fill(long value, IEnumerable<string> columnNames) => Frame("fill", value, JavaArray.Of([.. columnNames]));

    /// <summary>Missing numbers of the named columns replaced.</summary>
    public DataFrame Fill(double value, IEnumerable<string> columnNames) => Frame("fill", value, JavaArray.Of([.. columnNames]));

    /// <summary>Missing texts of the named columns replaced.</summary>
    public DataFrame Fill(string value, IEnumerable<string> columnNames) => Frame("fill", value, JavaArray.Of([.. columnNames]));

    /// <summary>Missing booleans of the named columns replaced.</summary>
    public DataFrame Fill(bool value, IEnumerable<string> columnNames) => Frame("fill", value, JavaArray.Of([.. columnNames]));

    /// <summary>Missing values replaced, by column.</summary>
    public DataFrame Fill(IDictionary<string, int> valueMap) => Frame("fill", valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, long> valueMap) => Frame("fill", valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, double> valueMap) => Frame("fill", valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, string> valueMap) => Frame("fill", valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, bool> valueMap) => Frame("fill", valueMap);

    private DataFrame Frame(string method, params object[] args) => new(Reference.Call(method, args));
}
