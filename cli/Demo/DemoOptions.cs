namespace SpecialDelivery.Cli.Demo;

/// <summary>What a demo plays.</summary>
/// <param name="World">flights or cities.</param>
/// <param name="For">How long events are sent.</param>
/// <param name="Speed">Event time per wall time, such as 1200x.</param>
/// <param name="Seed">Of the world.</param>
internal sealed record DemoOptions(string World, TimeSpan For, string Speed, long Seed);
