using System.Text.Json;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Jobs.Recovery;

/// <summary>Keeps beside a checkpoint what users and merchants are used to after each batch: a restart goes on with it, and a batch repeated after a crash judges as it did.</summary>
/// <remarks>A file per batch, the last two of them: the batch before the last may be the last one that Spark has noted as done.</remarks>
/// <param name="checkpoint">The query's checkpoint folder, a path or a URL.</param>
internal sealed class SavedHabits(string checkpoint)
{
    /// <summary>Writes what is usual after a batch, in place of what an interrupted try may have left.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="history">What was learned up to its end.</param>
    public void Write(SparkSession spark, long batch, PaymentHistory history)
    {
        HadoopFiles files = new(spark);
        files.WriteAllBytes(FileOf(batch), JsonSerializer.SerializeToUtf8Bytes([.. history.Habits], PaymentJson.Default.IReadOnlyListHabit));
        files.Delete(FileOf(batch - 2));
    }

    /// <summary>Reads what was usual after a batch.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="batch">The batch; below 0 before the first.</param>
    /// <returns>Its habits; empty when none were kept, as by a job that looked for no anomalies.</returns>
    /// <exception cref="InvalidDataException">The file is not what <see cref="Write"/> writes.</exception>
    public IReadOnlyList<Habit> Read(SparkSession spark, long batch)
    {
        HadoopFiles files = new(spark);
        string file = FileOf(batch);
        if (!files.Exists(file))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize(files.ReadAllBytes(file), PaymentJson.Default.IReadOnlyListHabit)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The file {file} does not hold habits: {e.Message} Remove it, and habits are learned anew.", e);
        }
    }

    private string FileOf(long batch) => $"{checkpoint.TrimEnd('/')}/habits/{batch}";
}
