using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>An array, a list, or an interface an array has.</summary>
internal sealed class ListShape<TList, TItem>(Shape<TItem> item) : Shape<TList>
    where TList : IEnumerable<TItem>
{
    public override DataType Type => new ArrayType(item.Type, item.AllowsNull);

    public override bool CanRead(DataType type) => type is ArrayType array && item.CanRead(array.ElementType);

    public override Func<int, TList> Reader(ArrowColumn column, DataType type)
    {
        ListColumn lists = (ListColumn)column;
        Func<int, TItem> read = item.Reader(lists.Elements, ((ArrayType)type).ElementType);
        return row =>
        {
            (int start, int end) = lists.Range(row);
            TItem[] items = new TItem[end - start];
            for (int i = start; i < end; i++)
            {
                items[i - start] = read(i);
            }

            return (TList)(typeof(TList) == typeof(List<TItem>) ? (object)items.ToList() : items);
        };
    }

    public override void Write(PickleWriter pickle, TList value)
    {
        pickle.BeginList();
        foreach (TItem each in value)
        {
            item.Write(pickle, each);
        }

        pickle.EndList();
    }

    public override ColumnWriter<TList> Writer()
    {
        ColumnWriter<TItem> items = item.Writer();
        return ColumnWriter<TList>.To(new ListBuilder<TList, TItem>(items.Column, items.Append));
    }
}
