using SpecialDelivery.Producer.Randomness;

namespace UnitTests.Producer;

public sealed class DrawTests
{
    [Theory]
    [InlineData(7, EntityKind.Trip, 0, Field.Arrival, 0.5410119450040407)]
    [InlineData(7, EntityKind.Trip, 0, Field.Route, 0.5539958355779357)]
    [InlineData(7, EntityKind.Trip, 1, Field.Arrival, 0.7424140728179163)]
    [InlineData(7, EntityKind.Package, 0, Field.Arrival, 0.972091108242159)]
    [InlineData(-8, EntityKind.Trip, 0, Field.Arrival, 0.6835564993649887)]
    public void A_seed_keeps_its_meaning(long seed, EntityKind kind, long index, Field field, double expected) =>
        Assert.Equal(expected, new Draw(seed, kind, index).Unit(field));

    [Fact]
    public void Numbers_are_uniform_and_those_of_two_fields_are_unrelated()
    {
        const int count = 100_000;
        int[] cells = new int[100]; // ten by ten: the field's tenth, the next field's tenth
        for (int i = 0; i < count; i++)
        {
            Draw draw = new(1, EntityKind.Trip, i);
            cells[(int)draw.Whole(Field.Space, 0, 9) + (10 * (int)(draw.Unit(Field.Review) * 10))]++;
        }

        double expected = count / 100d;
        double chiSquare = cells.Sum(found => (found - expected) * (found - expected) / expected);
        Assert.InRange(chiSquare, 60, 149); // 99 degrees of freedom: 99.9 % lie within
    }

    [Fact]
    public void Whole_numbers_reach_both_bounds_and_nothing_beyond()
    {
        HashSet<long> found = [.. Enumerable.Range(0, 1_000).Select(i => new Draw(1, EntityKind.Trip, i).Whole(Field.Review, 1, 5))];
        Assert.Equal([1, 2, 3, 4, 5], found.Order());
    }

    [Fact]
    public void What_never_happens_and_what_always_does()
    {
        for (int i = 0; i < 1_000; i++)
        {
            Draw draw = new(1, EntityKind.Package, i);
            Assert.False(draw.Happens(Field.Junk, 0));
            Assert.True(draw.Happens(Field.Junk, 1));
        }
    }
}
