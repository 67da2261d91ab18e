using Microsoft.Spark;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;
using WindowOf = Microsoft.Spark.Sql.Expressions.Window;
using WindowSpec = Microsoft.Spark.Sql.Expressions.WindowSpec;

namespace IntegrationTests.Spark.Sql;

public sealed class DataFrameTests(SparkFixture fixture) : SparkTest(fixture)
{
    private static readonly StructType PeopleSchema = new(
    [
        new StructField("name", new StringType()), new StructField("city", new StringType()), new StructField("age", new IntegerType()),
    ]);

    private DataFrame People => Spark.CreateDataFrame(
        [
            new GenericRow(["Ada", "London", 36]), new GenericRow(["Grace", "New York", 85]),
            new GenericRow(["Alan", "London", 41]), new GenericRow(["Emmy", null!, null!]),
        ],
        PeopleSchema);

    private DataFrame Cities => Spark.CreateDataFrame(
        [new GenericRow(["London", "UK"]), new GenericRow(["Paris", "FR"])],
        new StructType([new StructField("city", new StringType()), new StructField("country", new StringType())]));

    [Fact]
    public void Columns_are_selected_computed_and_filtered()
    {
        DataFrame adults = People
            .WithColumn("next", Col("age") + 1)
            .Where((Col("age") > 36 & Col("city") == "London") | Col("name").StartsWith("G"))
            .Select(Upper(Col("name")).As("name"), Col("next"));

        Assert.Equal([["GRACE", 86], ["ALAN", 42]], Values(adults.OrderBy(Desc("next"))));
        Assert.Equal(["name", "next"], adults.Columns());
        Assert.Equal([["Ada", 72]], Values(People.SelectExpr("name", "age * 2").Filter("name = 'Ada'")));
        Assert.Equal(2, People.Drop("age").Columns().Count);
        Assert.Equal(4, People.Count());
    }

    [Fact]
    public void Groups_are_aggregated()
    {
        DataFrame byCity = People.GroupBy("city").Agg(Count(Col("name")).As("n"), Avg("age"), CollectSet("name")).Select("city", "n").OrderBy("city");
        Assert.Equal([[null, 1L], ["London", 2L], ["New York", 1L]], Values(byCity));

        Assert.Equal([[85, 36, 162L, 3L]], Values(People.Agg(Max("age"), Min("age"), Sum("age"), CountDistinct(Col("age")))));
        Assert.Equal([[77L, 85L]], Values(People.GroupBy().Pivot("city", ["London", "New York"]).Sum("age")));
        Assert.Equal([[2L]], Values(People.GroupBy(Col("city")).Count().Where("city = 'London'").Select("count")));
    }

    [Fact]
    public void Joins_match_on_columns_and_on_conditions()
    {
        DataFrame people = People;
        DataFrame cities = Cities;

        Assert.Equal(2, people.Join(cities, "city").Count());
        Assert.Equal(4, people.Join(cities, ["city"], "left").Count());
        Assert.Equal(
            [["Grace"]],
            Values(people.Join(Broadcast(cities), people["city"] == cities["city"], "left_anti").Where(Col("city").IsNotNull()).Select("name")));
        Assert.Equal(2, people.Join(cities.Hint("broadcast"), people["city"] == cities["city"] & people["age"] < 50).Count());
        Assert.Equal(8, people.CrossJoin(cities).Count());
    }

    [Fact]
    public void Frames_are_united_and_compared()
    {
        DataFrame numbers = Spark.Range(3);

        Assert.Equal(6, numbers.Union(numbers).Count());
        Assert.Equal([[2L]], Values(numbers.Except(Spark.Range(2))));
        Assert.Equal(2, numbers.Intersect(Spark.Range(1, 9)).Count());
        Assert.Equal(["id", "x"], numbers.UnionByName(Spark.Range(1).WithColumn("x", Lit(1)), allowMissingColumns: true).Columns());
        Assert.Equal(3, numbers.Union(numbers).Distinct().Count());
        Assert.Equal(3, numbers.Union(numbers).DropDuplicates("id").Count());
    }

    [Fact]
    public void Window_functions_see_the_rows_around()
    {
        WindowSpec byCity = WindowOf.PartitionBy("city").OrderBy(Col("age").Desc());
        WindowSpec soFar = WindowOf.OrderBy("age").RowsBetween(WindowOf.UnboundedPreceding, WindowOf.CurrentRow);
        DataFrame ranked = People.Where(Col("age").IsNotNull())
            .Select(Col("name"), RowNumber().Over(byCity), Lag("name", 1).Over(byCity), Sum("age").Over(soFar))
            .OrderBy("name");

        Assert.Equal([["Ada", 2, "Alan", 36L], ["Alan", 1, null, 77L], ["Grace", 1, null, 162L]], Values(ranked));
    }

    [Fact]
    public void Json_is_parsed_and_written()
    {
        DataFrame texts = Spark.CreateDataFrame(["""{"id":5,"tags":["a","é 🚀"]}""", "no json"]);
        DataFrame parsed = texts.Select(FromJson(Col("_1"), "id LONG, tags ARRAY<STRING>").As("v"));

        Assert.Equal([[5L], [null]], Values(parsed.Select("v.id")));
        Assert.Equal([["""{"id":5,"tags":["a","é 🚀"]}"""], ["{}"]], Values(parsed.Select(ToJson(Col("v")))));
        Assert.Equal([["a"], ["é 🚀"]], Values(parsed.Select(Explode(Col("v.tags")))));

        StructType schema = new([new StructField("id", new LongType())]);
        Assert.Equal([[5L], [null]], Values(texts.Select(FromJson(Col("_1"), schema.Json).GetField("id"))));
    }

    [Fact]
    public void Parquet_is_written_by_partition_and_read_back()
    {
        People.Where(Col("city").IsNotNull()).Coalesce(1).Write().Mode(SaveMode.Overwrite).PartitionBy("city").Parquet(Folder("people"));

        Assert.True(Directory.Exists(Path.Combine(Folder("people"), "city=London")));
        DataFrame read = Spark.Read().Schema(PeopleSchema).Parquet(Folder("people"));
        Assert.Equal(3, read.Count());
        Assert.Equal([["Grace"]], Values(read.Where(Col("city") == "New York").Select("name")));
        Assert.All(read.InputFiles(), file => Assert.EndsWith(".parquet", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_takes_options_and_a_schema()
    {
        File.WriteAllText(Folder("in.csv"), "a;b\n1;x\n2;\n");

        DataFrame read = Spark.Read().Format("csv").Option("header", true).Options(new() { ["sep"] = ";" }).Schema("a INT, b STRING").Load(Folder("in.csv"));

        Assert.Equal([[1, "x"], [2, null]], Values(read));
        Assert.Equal([[1, "x"], [2, "?"]], Values(read.Na().Fill("?")));
        Assert.Equal(1, read.Na().Drop().Count());
    }

    [Fact]
    public void Views_answer_sql_until_dropped()
    {
        People.CreateOrReplaceTempView("people");

        Assert.Equal([[162L]], Values(Spark.Sql("SELECT sum(age) FROM people")));
        Assert.True(Spark.Catalog.TableExists("people"));
        Assert.True(Spark.Catalog.DropTempView("people"));
        Assert.False(Spark.Catalog.TableExists("people"));
    }

    [Fact]
    public void Results_are_kept_and_let_go()
    {
        DataFrame numbers = Spark.Range(100).Persist(StorageLevel.MEMORY_ONLY);
        Assert.Equal(100, numbers.Count());
        Assert.True(numbers.StorageLevel().UseMemory);
        Assert.False(numbers.Unpersist(blocking: true).StorageLevel().UseMemory);

        DataFrame cut = Spark.Range(0, 100, 1, numPartitions: 4).Where(Col("id") > 97).Coalesce(2).LocalCheckpoint();
        Assert.Equal([[98L], [99L]], Values(cut));
    }

    [Fact]
    public void Rows_come_from_either_end()
    {
        DataFrame numbers = Spark.Range(10).WithColumn("text", Col("id").Cast("string"));

        Assert.Equal(0L, numbers.First().GetAs<long>("id"));
        Assert.Equal(["0", "1"], numbers.Take(2).Select(row => row.GetAs<string>("text")));
        Assert.Equal([8L, 9L], numbers.Tail(2).Select(row => row.GetAs<long>("id")));
        Assert.Throws<InvalidOperationException>(() => numbers.Limit(0).First());
        Assert.Equal(10, numbers.RandomSplit([0.5, 0.5], seed: 1).Sum(part => part.Count()));
        Assert.Equal(10, numbers.Sample(1.0, seed: 1).Count());
        Assert.True(numbers.Limit(0).IsEmpty());
    }

    [Fact]
    public void Literals_keep_their_type_and_value()
    {
        DateTime instant = new(2026, 11, 28, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        DataFrame literals = Spark.Range(1).Select(
            Lit(1.5m).As("decimal"), Lit(1.1f).As("float"), Lit((short)-3).As("short"), Lit((sbyte)-4).As("byte"), Lit(5L).As("long"),
            Lit(instant).As("time"), Lit(new DateOnly(1969, 12, 31)).As("day"), Lit(new Date(2026, 1, 2)).As("date"),
            Lit("a'b\\c\n🚀").As("text"), Lit(true).As("bool"), Lit(null!).As("null"), Lit(new byte[] { 0, 255 }).As("bytes"));

        Assert.Equal(
            "struct<decimal:decimal(2,1),float:float,short:smallint,byte:tinyint,long:bigint,time:timestamp,day:date,date:date,text:string,bool:boolean,null:void,bytes:binary>",
            literals.Schema().SimpleString);
        Row row = literals.First();
        Assert.Equal(1.5m, row.Get("decimal"));
        Assert.Equal(1.1f, row.GetAs<float>("float"));
        Assert.Equal(-3, row.GetAs<short>("short"));
        Assert.Equal(5L, row.Get("long"));
        Assert.Equal(instant, row.GetAs<DateTime>("time"));
        Assert.Equal(new DateOnly(1969, 12, 31), row.GetAs<DateOnly>("day"));
        Assert.Equal("a'b\\c\n🚀", row.Get("text"));
        Assert.Null(row.Get("null"));
        Assert.Equal(new byte[] { 0, 255 }, row.Get("bytes"));
        Assert.Equal(1, Spark.Range(1).Where(Lit(1.1f) == 1.1f & Lit(2m) > 1.5m & Lit(instant) == instant).Count());
        Assert.Equal(2, Spark.Range(5).Where(Col("id").IsIn(1L, 3L, 9L)).Count());
    }

    [Fact]
    public void A_schema_with_types_of_no_class_is_still_read()
    {
        StructType schema = Spark.Sql("SELECT INTERVAL '1' DAY AS i, TIMESTAMP_NTZ'2026-01-01 00:00:00' AS t, NULL AS n").Schema();

        Assert.Equal("struct<i:interval day,t:timestamp_ntz,n:void>", schema.SimpleString);
        Assert.Equal([[new Timestamp(2026, 1, 1, 0, 0, 0, 0), null]], Values(Spark.Sql("SELECT TIMESTAMP_NTZ'2026-01-01 00:00:00', NULL")));
    }

    [Fact]
    public void A_wrong_query_fails_as_an_exception_around_Javas()
    {
        Exception refused = Assert.ThrowsAny<Exception>(() => Spark.Range(1).Select("nothing"));

        JvmException inner = Assert.IsType<JvmException>(refused.InnerException);
        Assert.EndsWith("AnalysisException", inner.JavaClass, StringComparison.Ordinal);
        Assert.Contains("nothing", inner.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_fails_fails_the_collect()
    {
        Exception failed = Assert.ThrowsAny<Exception>(() => Spark.Range(10).SelectExpr("raise_error(concat('row ', id))").Collect());

        Assert.Contains("row ", Assert.IsType<JvmException>(failed.InnerException).JavaStackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_a_session_are_its_own()
    {
        SparkSession other = Spark.NewSession();
        other.Conf().Set("spark.sql.shuffle.partitions", 7L);

        Assert.Equal("7", other.Conf().Get("spark.sql.shuffle.partitions"));
        Assert.Equal("2", Spark.Conf().Get("spark.sql.shuffle.partitions"));
        Assert.Equal("none", Spark.Conf().Get("no.such.setting", "none"));
        Assert.Equal("local[2]", Spark.SparkContext.GetConf().Get("spark.master", ""));
        Assert.Contains(Spark.SparkContext.GetConf().GetAll(), setting => setting is { Key: "spark.master", Value: "local[2]" });
        Assert.StartsWith("3.", Spark.Version(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_are_explained_in_every_mode()
    {
        TextWriter console = Console.Out;
        StringWriter written = new();
        Console.SetOut(written);
        try
        {
            DataFrame frame = Spark.Range(1);
            frame.Explain();
            frame.Explain(extended: true);
            frame.Explain("formatted");
            frame.Show();
            frame.PrintSchema();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains("== Physical Plan ==", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("== Optimized Logical Plan ==", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("|  0|", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("|-- id: long", written.ToString(), StringComparison.Ordinal);
    }
}
