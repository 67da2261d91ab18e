namespace IntegrationTests.Spark.Interop;

/// <summary>A driver and its JVM come and go together, however either ends.</summary>
[Collection(SparkTests.Name)]
public sealed class LaunchTests
{
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;

    [Fact]
    public async Task Alone_it_returns_its_own_exit_code_and_takes_the_JVM_along()
    {
        await using HostProcess host = HostProcess.Alone("exit", "7");
        host.AwaitReady();

        Assert.Equal(7, await host.ExitCode());
        Assert.True(await HostProcess.IsGone(host.JvmId));
    }

    [Theory]
    [InlineData(Kill)]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public async Task Alone_and_ended_by_a_signal_it_leaves_no_JVM_behind(int signal)
    {
        await using HostProcess host = HostProcess.Alone("idle");
        host.AwaitReady();

        HostProcess.Signal(host.DriverId, signal);

        Assert.NotEqual(0, await host.ExitCode());
        Assert.True(await HostProcess.IsGone(host.JvmId));
    }

    [Fact]
    public async Task Alone_it_fails_at_once_when_its_JVM_is_killed_in_a_call()
    {
        await using HostProcess host = HostProcess.Alone("block");
        host.AwaitReady();

        HostProcess.Signal(host.JvmId, Kill);

        Assert.Equal(1, await host.ExitCode());
        Assert.Contains("GatewayConnectionException", host.Errors);
    }

    [Fact]
    public async Task Ctrl_C_is_the_drivers_to_decide_and_passes_the_JVM_by()
    {
        await using HostProcess host = HostProcess.Alone("echo");
        host.AwaitReady();

        HostProcess.Signal(host.JvmId, Interrupt);

        host.WriteLine("still here");
        Assert.Equal("still here", host.ReadLine());
    }

    [Theory]
    [InlineData("PYSPARK_PIN_THREAD", "false", "Unset PYSPARK_PIN_THREAD")]
    [InlineData("SPARK_HOME", null, "SPARK_HOME is not set")]
    [InlineData("SPARK_HOME", "/nowhere", "/nowhere/bin/spark-submit does not exist")]
    [InlineData("PYSPARK_GATEWAY_PORT", "x", "PYSPARK_GATEWAY_PORT is 'x'")]
    [InlineData("PYSPARK_GATEWAY_PORT", "1", "PYSPARK_GATEWAY_SECRET is not")]
    [InlineData("JAVA_HOME", "/nowhere", "before its gateway listened")]
    public async Task What_keeps_it_from_a_JVM_is_said_with_the_cure(string variable, string? value, string message)
    {
        await using HostProcess host = HostProcess.AloneWith(variable, value);

        Assert.Equal(1, await host.ExitCode());
        Assert.Contains(message, host.Errors);
    }

    [Fact]
    public async Task Submitted_its_exit_code_is_that_of_spark_submit()
    {
        await using HostProcess host = HostProcess.Submitted("exit", "5");
        host.AwaitReady();

        Assert.Equal(5, await host.ExitCode());
        Assert.True(await HostProcess.IsGone(host.DriverId));
    }

    [Fact]
    public async Task Submitted_its_arguments_arrive_as_they_were_given()
    {
        await using HostProcess host = HostProcess.Submitted("a b", "", "ü\"'$x");
        host.AwaitReady();

        Assert.Equal("a b||ü\"'$x", host.ReadLine());
    }

    [Fact]
    public async Task Submitted_and_killed_it_ends_spark_submit()
    {
        await using HostProcess host = HostProcess.Submitted("idle");
        host.AwaitReady();

        HostProcess.Signal(host.DriverId, Kill);

        Assert.Equal(128 + Kill, await host.ExitCode());
    }

    [Fact]
    public async Task Submitted_it_leaves_when_the_JVM_is_killed_though_it_is_busy_elsewhere()
    {
        await using HostProcess host = HostProcess.Submitted("idle");
        host.AwaitReady();

        HostProcess.Signal(host.JvmId, Kill);

        Assert.True(await HostProcess.IsGone(host.DriverId));
    }
}
