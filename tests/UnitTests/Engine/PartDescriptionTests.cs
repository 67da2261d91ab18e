using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Offline;
using SpecialDelivery.Engine.Offline.Packing;

namespace UnitTests.Engine;

public sealed class PartDescriptionTests
{
    private static readonly ManifestEntry Entry = new("kafka-4.3.1.tar.br", "jars/kafka-clients-4.3.1.jar", "org.apache.kafka:kafka-clients:4.3.1", "Apache-2.0", "ab");

    [Fact]
    public void A_manifest_reads_back_as_it_was_written_sorted()
    {
        ManifestEntry earlier = Entry with { File = "jars/a.jar" };

        Assert.Equal([earlier, Entry], Manifest.Parse(Manifest.Format([Entry, earlier])));
    }

    [Fact]
    public void A_manifest_line_with_a_missing_field_is_named() =>
        Assert.Contains("'a\tb'", Assert.Throws<EngineException>(() => Manifest.Parse(["a\tb"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Sums_are_those_of_sha256sum()
    {
        string sum = Sha256Sums.Of(new MemoryStream("abc"u8.ToArray())); // the vector of FIPS 180-4

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", sum);
        Assert.Equal(sum, Sha256Sums.Parse(Sha256Sums.Format(new Dictionary<string, string> { ["x.tar.br"] = sum }))["x.tar.br"]);
    }

    [Theory]
    [InlineData("ba78  x")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD  x")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad x")]
    public void A_line_that_is_no_sum_is_refused(string line) => Assert.Throws<EngineException>(() => Sha256Sums.Parse([line]));

    [Fact]
    public void Every_way_in_which_archive_and_manifest_can_differ_is_told()
    {
        Dictionary<string, string> sums = new() { ["same"] = "1", ["changed"] = "2", ["new"] = "3" };
        ManifestEntry[] listed = [Entry with { File = "same", Sha256 = "1" }, Entry with { File = "changed", Sha256 = "9" }, Entry with { File = "gone", Sha256 = "4" }];

        string[] faults = [.. PartVerifier.Differences("a.tar.br", sums, listed)];

        Assert.Equal(3, faults.Length);
        Assert.Contains(faults, fault => fault.Contains("changed", StringComparison.Ordinal) && fault.Contains("SHA-256", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("holds new", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("lists gone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pom_that_asks_for_another_version_is_told()
    {
        PartPom pom = new(new FileInfo("/poms/kafka/pom.xml"), "kafka", "4.3.1", [("kafka-clients", "4.3.1")]);

        Assert.Empty(PartVerifier.Disagreements(pom, [Entry]));
        Assert.Contains("kafka-clients 4.3.2", Assert.Single(PartVerifier.Disagreements(pom with { Dependencies = [("kafka-clients", "4.3.2")] }, [Entry])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_poms_of_this_repository_make_the_three_parts()
    {
        IReadOnlyList<PartPom> poms = PartPom.In(RepositoryRoot.Find());

        Assert.Equal([EngineParts.Elasticsearch, EngineParts.Kafka, EngineParts.Spark], poms.Select(pom => pom.Name));
        Assert.All(poms, pom => Assert.NotEmpty(pom.Dependencies));
    }

    [Theory]
    [InlineData("   org.apache.kafka:kafka-clients:jar:4.3.1:compile:/m2/org/apache/kafka/kafka-clients/4.3.1/kafka-clients-4.3.1.jar -- module kafka.clients (auto)", "org.apache.kafka:kafka-clients:4.3.1")]
    [InlineData("   io.netty:netty-transport-native-epoll:jar:linux-x86_64:4.1.96.Final:compile:/m2/x/netty-transport-native-epoll-4.1.96.Final-linux-x86_64.jar", "io.netty:netty-transport-native-epoll:4.1.96.Final:linux-x86_64")]
    [InlineData("The following files have been resolved:", null)]
    public void Lines_of_Maven_are_read(string line, string? coordinates) => Assert.Equal(coordinates, MavenArtifact.Parse(line)?.Coordinates);

    [Theory]
    [InlineData("The Apache Software License, Version 2.0", "Apache-2.0")]
    [InlineData("Apache License V2.0", "Apache-2.0")]
    [InlineData("http://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0")]
    [InlineData("EPL 2.0", "EPL-2.0")]
    [InlineData("The GNU General Public License (GPL), Version 2, With Classpath Exception", "GPL-2.0-with-classpath-exception")]
    [InlineData("GNU General Public License, version 2", "GPL-2.0")]
    [InlineData("GPL-2.0-with-classpath-exception", "GPL-2.0-with-classpath-exception")]
    [InlineData("GPL2 w/ CPE", "GPL-2.0-with-classpath-exception")]
    [InlineData("The BSD 3-Clause License", "BSD-3-Clause")]
    [InlineData("BSD 2-Clause License", "BSD-2-Clause")]
    [InlineData("The MIT License (MIT)", "MIT")]
    [InlineData("COMMON DEVELOPMENT AND DISTRIBUTION\n LICENSE (CDDL) Version 1.0", "CDDL-1.0")]
    [InlineData("Elastic License 2.0", "Elastic-2.0")]
    [InlineData("Public Domain", "Public Domain")]
    public void Spellings_of_licences_become_one(string name, string spdx) => Assert.Equal(spdx, Licences.Spdx(name));
}
