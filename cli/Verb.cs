using System.CommandLine;

namespace SpecialDelivery.Cli;

/// <summary>A command whose help ends in examples.</summary>
/// <param name="name">What people type.</param>
/// <param name="description">One sentence.</param>
/// <param name="examples">Whole lines to type, each with what it does after a <c>#</c>.</param>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole lines to type.</summary>
    public IReadOnlyList<string> Examples => examples;
}
