namespace SpecialDelivery.Producer.Worlds;

/// <summary>A place where trips and packages are posted, the same each time it is asked.</summary>
public interface IWorld
{
    /// <summary>The seed it is made from.</summary>
    long Seed { get; }

    /// <summary>How many trips it holds.</summary>
    long Trips { get; }

    /// <summary>How many packages it holds.</summary>
    long Packages { get; }

    /// <summary>All its orders.</summary>
    /// <returns>Trips and packages merged in order of <see cref="PostedOrder.PostedAt"/>, made while they are read.</returns>
    IEnumerable<PostedOrder> Orders();
}
