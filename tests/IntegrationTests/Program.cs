using Microsoft.Spark.Extensions;
using Xunit.Runner.InProc.SystemConsole;

// Some tests run their functions on Spark's executors, which start this program for it.
return SparkWorker.Serve(args) ? 0 : await ConsoleRunner.Run(args).ConfigureAwait(false);
