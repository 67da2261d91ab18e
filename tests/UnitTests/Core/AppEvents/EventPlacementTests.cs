using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.AppEvents;

public sealed class EventPlacementTests
{
    private const long Received = 1_700_000_000;
    private static readonly EventsSettings Settings = new() { LateLimit = TimeSpan.FromHours(1), FutureLimit = TimeSpan.FromMinutes(10) };

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(-3_600, -3_600, false, false)] // on the limit: still counted
    [InlineData(-3_601, -3_601, true, false)]
    [InlineData(600, 600, false, false)] // on the limit: still believed
    [InlineData(601, 0, false, true)]
    [InlineData(-Received, -Received, true, false)] // 1970
    [InlineData(AppEventLimits.LatestTs - Received, 0, false, true)] // the year 9999 moves nothing
    public void An_event_is_placed_by_its_own_record(long ahead, long placed, bool late, bool clamped) =>
        Assert.Equal(new EventPlacement(Received + placed, late, clamped), EventPlacement.Of(Settings, Received + ahead, (Received * 1_000) + 999));

    [Fact]
    public void A_record_from_before_1970_counts_as_received_in_1970() =>
        Assert.Equal(new EventPlacement(0, IsLate: false, IsClamped: true), EventPlacement.Of(Settings, 601, -5_000));

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(9, 10, 0)]
    [InlineData(10, 10, 10)]
    [InlineData(1_465_583_539, 10, 1_465_583_530)]
    [InlineData(86_399, 86_400, 0)]
    public void A_window_begins_at_a_multiple_of_its_width(long ts, long width, long start) => Assert.Equal(start, EventWindow.StartOf(ts, width));

    [Fact]
    public void Ids_have_the_old_form()
    {
        Assert.Equal("1465583533session_start", EventWindow.DocumentId(1_465_583_533, "session_start"));
        Assert.Equal("session_end1465484030", EventIds.Old("session_end", 1_465_484_030));
        Assert.Equal("session_end1465484030-1-27", EventIds.Unique("session_end", 1_465_484_030, 1, 27));
    }

    [Theory]
    [InlineData(1_465_516_800, "events-2016.06")]
    [InlineData(0, "events-1970.01")]
    [InlineData(AppEventLimits.LatestTs, "events-9999.12")]
    public void A_month_has_an_index_of_its_own(long placed, string index)
    {
        EventPeriod period = EventPeriod.Of(placed);
        Assert.Equal(index, period.Index);
        Assert.Equal(period, EventPeriod.Parse(index));
        Assert.True(placed < period.End);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("events-2016.13")]
    [InlineData("events-2016.6")]
    [InlineData("xevents-2016.06")]
    [InlineData("events_aggregation")]
    public void Other_indices_are_none_of_ours(string index) => Assert.Null(EventPeriod.Parse(index));

    [Fact]
    public void A_month_is_over_when_its_last_second_is_too_old()
    {
        EventPeriod june = EventPeriod.Of(1_465_516_800);
        TimeSpan keep = TimeSpan.FromDays(30);
        Assert.False(june.IsOver(june.End + (30 * 86_400) - 1, keep));
        Assert.True(june.IsOver(june.End + (30 * 86_400), keep));
    }

    [Fact]
    public void Settings_out_of_range_are_all_named()
    {
        EventsSettings wrong = new()
        {
            Interval = TimeSpan.FromMilliseconds(1_500),
            LateLimit = TimeSpan.FromSeconds(-1),
            FutureLimit = TimeSpan.FromDays(2),
            MaxRecordsPerBatch = 0,
            Trigger = TimeSpan.FromHours(1),
            KeepIndex = TimeSpan.FromHours(1),
        };
        Assert.Equal(
            ["Interval", "LateLimit", "FutureLimit", "MaxRecordsPerBatch", "Trigger", "KeepIndex"], wrong.Faults().Select(fault => fault.Split(' ')[0]));
        Assert.Empty(new EventsSettings().Faults());
    }
}
