#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Catalog;

/// <summary>Databases, tables, views and functions of a session.</summary>
public sealed class Catalog : IJvmObjectReferenceProvider
{
    internal Catalog(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Drops a view of this session; false when there was none.</summary>
    public bool DropTempView(string viewName) => Reference.Get<bool>("dropTempView", viewName);

    /// <summary>Drops a view of the application; false when there was none.</summary>
    public bool DropGlobalTempView(string viewName) => Reference.Get<bool>("dropGlobalTempView", viewName);

    /// <summary>Whether a table or view exists.</summary>
    public bool TableExists(string tableName) => Reference.Get<bool>("tableExists", tableName);

    /// <summary>Whether a table or view exists in a database.</summary>
    public bool TableExists(string dbName, string tableName) => Reference.Get<bool>("tableExists", dbName, tableName);

    /// <summary>Whether a database exists.</summary>
    public bool DatabaseExists(string dbName) => Reference.Get<bool>("databaseExists", dbName);

    /// <summary>Name of the database used where none is named.</summary>
    public string CurrentDatabase() => Reference.Get<string>("currentDatabase");

    /// <summary>Sets the database used where none is named.</summary>
    public void SetCurrentDatabase(string dbName) => Reference.Do("setCurrentDatabase", dbName);

    /// <summary>The tables and views of the current database.</summary>
    public DataFrame ListTables() => Rows("listTables");

    /// <summary>The tables and views of a database.</summary>
    public DataFrame ListTables(string dbName) => Rows("listTables", dbName);

    /// <summary>The columns of a table or view.</summary>
    public DataFrame ListColumns(string tableName) => Rows("listColumns", tableName);

    /// <summary>The columns of a table or view in a database.</summary>
    public DataFrame ListColumns(string dbName, string tableName) => Rows("listColumns", dbName, tableName);

    /// <summary>All databases.</summary>
    public DataFrame ListDatabases() => Rows("listDatabases");

    /// <summary>Keeps a table in memory from its next use on.</summary>
    public void CacheTable(string tableName) => Reference.Do("cacheTable", tableName);

    /// <summary>Drops a table from memory.</summary>
    public void UncacheTable(string tableName) => Reference.Do("uncacheTable", tableName);

    /// <summary>Whether a table is kept in memory.</summary>
    public bool IsCached(string tableName) => Reference.Get<bool>("isCached", tableName);

    /// <summary>Drops every table from memory.</summary>
    public void ClearCache() => Reference.Do("clearCache");

    /// <summary>Forgets what is known of a table's files.</summary>
    public void RefreshTable(string tableName) => Reference.Do("refreshTable", tableName);

    /// <summary>Forgets what is known of the files below a path.</summary>
    public void RefreshByPath(string path) => Reference.Do("refreshByPath", path);

    private DataFrame Rows(string method, params object[] args)
    {
        using JvmObjectReference entries = Reference.Call(method, args);
        return new(entries.Call("toDF"));
    }
}
