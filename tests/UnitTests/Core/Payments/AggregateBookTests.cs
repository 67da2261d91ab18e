using SpecialDelivery.Core.Payments;

namespace UnitTests.Core.Payments;

public sealed class AggregateBookTests
{
    private readonly AggregateBook _book = new();

    [Fact]
    public void Parts_of_batches_add_up()
    {
        _book.Read(Part("a", 10.01m, 2, window: 0, batch: 0));
        _book.Read(Part("a", 0.02m, 1, window: 0, batch: 1));
        _book.Read(Part("a", 5m, 1, window: 60_000, batch: 1));
        _book.Read(Part("b", 7m, 1, window: 0, batch: 1));

        Assert.Equal(new MerchantTotal(1_003, 3), _book.ByWindow()[("a", 0)]);
        Assert.Equal(new MerchantTotal(1_503, 4), _book.ByMerchant()["a"]);
        Assert.Equal(new MerchantTotal(2_203, 5), _book.All());
    }

    [Fact]
    public void A_batch_repeated_replaces_itself()
    {
        for (int time = 0; time < 3; time++)
        {
            _book.Read(Part("a", 10.01m, 2, window: 0, batch: 0));
        }

        Assert.Equal(new MerchantTotal(1_001, 2), _book.All());
    }

    [Fact]
    public void A_running_total_replaces_the_one_before()
    {
        _book.Read(Part("a", 10m, 2, window: 0, AggregateEvent.Running));
        _book.Read(Part("a", 30m, 5, window: 0, AggregateEvent.Running));

        Assert.Equal(new MerchantTotal(3_000, 5), _book.All());
    }

    private static AggregateEvent Part(string merchant, decimal amount, long count, long window, long batch) =>
        new(merchant, amount, count, window, window + AggregateEvent.WindowMilliseconds, batch);
}
