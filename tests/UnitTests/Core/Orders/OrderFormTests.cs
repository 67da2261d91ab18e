using System.Text.RegularExpressions;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Orders;

public sealed class OrderFormTests
{
    private const string Package =
        """{"id":"c3-p78","stime":1767571344982,"etime":1767723521846,"space":7,"review":4.5,"slat":37.829601,"slon":-122.342688,"dlat":36.7,"dlon":-1.19E2,"dist":255505.7}""";

    private static readonly string Trip = Package.Replace("}", ",\"price\":2.5}", StringComparison.Ordinal);

    [Fact]
    public void Orders_as_they_are_written_have_the_form()
    {
        Assert.Matches(OrderForm.Pattern, Package);
        Assert.Matches(OrderForm.Pattern, Trip);
        Assert.Matches(OrderForm.Pattern, Trip.Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"space\":7", "\"space\":\"7\"")]
    [InlineData("\"space\":7", "\"space\":7,\"space\":7")]
    [InlineData("\"space\":7,", "")]
    [InlineData("\"space\":7", "\"space\":7,\"more\":1")]
    [InlineData("\"space\":7", "\"space\":null")]
    [InlineData("\"space\":7", "\"space\":NaN")]
    [InlineData("\"space\":7", "\"Space\":7")]
    [InlineData("\"c3-p78\"", "78")]
    [InlineData("\"c3-p78\"", "\"c3\\u002Dp78\"")]
    [InlineData("\"c3-p78\"", "\"c3 p78\"")]
    [InlineData("\"c3-p78\"", "\"\"")]
    [InlineData("255505.7}", "255505.7}\n")]
    [InlineData("255505.7}", "255505.7}}")]
    [InlineData("255505.7}", "255505.7")]
    [InlineData("{\"id\"", "[{\"id\"")]
    public void Anything_else_has_not(string part, string other)
    {
        string changed = Package.Replace(part, other, StringComparison.Ordinal);

        Assert.NotEqual(Package, changed);
        Assert.DoesNotMatch(OrderForm.Pattern, changed);
    }

    [Fact]
    public void No_character_can_be_left_out_of_its_frame()
    {
        foreach (Match mark in Regex.Matches(Trip, "[{}\":]|[a-z]+(?=\":)"))
        {
            Assert.DoesNotMatch(OrderForm.Pattern, Trip.Remove(mark.Index, 1));
        }
    }
}
