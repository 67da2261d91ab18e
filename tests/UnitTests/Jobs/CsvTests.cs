using SpecialDelivery.Jobs.Commands;

namespace UnitTests.Jobs;

public sealed class CsvTests
{
    [Fact]
    public void Fields_that_could_be_misread_stand_in_quotes() =>
        Assert.Equal("a,b\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\r\n", Csv.Write([["a", "b"], ["x,y", "say \"hi\""], ["two\nlines", ""]]));

    [Fact]
    public void A_table_is_as_wide_as_its_widest_field() =>
        Assert.Equal($"day  n{Environment.NewLine}1    20{Environment.NewLine}", TextTable.Write([["day", "n"], ["1", "20"]]));
}
