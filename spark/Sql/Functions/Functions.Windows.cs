#nullable disable
namespace Microsoft.Spark.Sql;

// Functions over a window of rows, and windows of time.
public static partial class Functions
{
    /// <summary>Number of the row in its window, from 1.</summary>
    public static Column RowNumber() => Call("row_number");

    /// <summary>Rank of the row, with gaps after ties.</summary>
    public static Column Rank() => Call("rank");

    /// <summary>Rank of the row, without gaps.</summary>
    public static Column DenseRank() => Call("dense_rank");

    /// <summary>Rank of the row as a share, 0 to 1.</summary>
    public static Column PercentRank() => Call("percent_rank");

    /// <summary>Share of rows at or before this one.</summary>
    public static Column CumeDist() => Call("cume_dist");

    /// <summary>Which of <c>n</c> equal parts the row falls into, from 1.</summary>
    public static Column Ntile(int n) => Call("ntile", n);

    /// <summary>The value some rows before this one, or the default.</summary>
    public static Column Lag(Column column, int offset, object defaultValue = null) => Call("lag", column, offset, Operand(defaultValue));

    /// <inheritdoc cref="Lag(Column, int, object)"/>
    public static Column Lag(string columnName, int offset, object defaultValue = null) =>
        Call("lag", columnName, offset, Operand(defaultValue));

    /// <inheritdoc cref="Lag(Column, int, object)"/>
    public static Column Lag(Column column, int offset, object defaultValue, bool ignoreNulls) =>
        Call("lag", column, offset, Operand(defaultValue), ignoreNulls);

    /// <summary>The value some rows after this one, or the default.</summary>
    public static Column Lead(Column column, int offset, object defaultValue = null) => Call("lead", column, offset, Operand(defaultValue));

    /// <inheritdoc cref="Lead(Column, int, object)"/>
    public static Column Lead(string columnName, int offset, object defaultValue = null) =>
        Call("lead", columnName, offset, Operand(defaultValue));

    /// <inheritdoc cref="Lead(Column, int, object)"/>
    public static Column Lead(Column column, int offset, object defaultValue, bool ignoreNulls) =>
        Call("lead", column, offset, Operand(defaultValue), ignoreNulls);

    /// <summary>The value of the row at a place in the window, from 1.</summary>
    public static Column NthValue(Column column, int offset, bool ignoreNulls = false) => Call("nth_value", column, offset, ignoreNulls);

    /// <summary>The windows of time a row falls into: tumbling, or one every <c>slideDuration</c>, counted from <c>startTime</c> after 1970.</summary>
    public static Column Window(Column column, string windowDuration) => Call("window", column, windowDuration);

    /// <inheritdoc cref="Window(Column, string)"/>
    public static Column Window(Column column, string windowDuration, string slideDuration) =>
        Call("window", column, windowDuration, slideDuration);

    /// <inheritdoc cref="Window(Column, string)"/>
    public static Column Window(Column column, string windowDuration, string slideDuration, string startTime) =>
        Call("window", column, windowDuration, slideDuration, startTime);

    /// <summary>The window from the first row to <c>gapDuration</c> after the last, with no longer gap between rows.</summary>
    public static Column Session_Window(Column timeColumn, string gapDuration) => Call("session_window", timeColumn, gapDuration);

    /// <inheritdoc cref="Session_Window(Column, string)"/>
    public static Column Session_Window(Column timeColumn, Column gapDuration) => Call("session_window", timeColumn, gapDuration);
}
