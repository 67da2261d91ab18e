using SpecialDelivery.Core.AppEvents.Files;

namespace UnitTests.Core.AppEvents.Files;

public sealed class CompactionTests
{
    [Theory]
    [InlineData("b0000000012-003.parquet")]
    [InlineData("m0000000000-0000000011-000.parquet")]
    public void A_name_says_which_batches_a_file_holds(string name) => Assert.Equal(name, HourFile.Parse(name)!.Value.Name);

    [Theory]
    [InlineData("_SUCCESS")]
    [InlineData("part-00000-0c.snappy.parquet")]
    [InlineData("b12-0.parquet")]
    public void Files_of_others_are_left_alone(string name) => Assert.Null(HourFile.Parse(name));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void However_long_it_goes_on_an_hour_holds_few_files_and_each_batch_once(int filesPerBatch)
    {
        const int Batches = 300;
        List<HourFile> hour = [];
        long written = 0;
        for (long batch = 0; batch < Batches; batch++)
        {
            hour.AddRange(Enumerable.Range(0, filesPerBatch).Select(number => HourFile.Of(batch, number)));
            IReadOnlyList<HourFile> merge = Compaction.Plan(hour, settledBefore: batch - 1);
            if (merge.Count > 0)
            {
                Assert.All(merge, file => Assert.True(file.Last < batch - 1, "A batch that may be repeated was merged."));
                HourFile result = Compaction.Result(merge);

                // A crash here leaves both: what to remove is exactly what was merged.
                Assert.Equal(merge.OrderBy(file => file.Name, StringComparer.Ordinal), Compaction.Leftovers([.. hour, result]).OrderBy(file => file.Name, StringComparer.Ordinal));
                written += result.Last - result.First + 1;
                hour.RemoveAll(merge.Contains);
                hour.Add(result);
            }

            Assert.InRange(hour.Count, 1, Compaction.MostFiles);
            Assert.Empty(Compaction.Leftovers(hour));
            long[] held = [.. hour.SelectMany(file => Enumerable.Range(0, (int)(file.Last - file.First) + 1).Select(i => file.First + i)).Order()];
            Assert.Equal(Enumerable.Range(0, (int)batch + 1).Select(i => (long)i), held.Distinct());
        }

        Assert.InRange(written, 0, Batches * Batches / 4); // a fraction of what writing everything each time would be
    }

    [Fact]
    public void A_few_files_are_left_as_they_are() => Assert.Empty(Compaction.Plan([.. Enumerable.Range(0, 4).Select(batch => HourFile.Of(batch, 0))], settledBefore: 100));
}
