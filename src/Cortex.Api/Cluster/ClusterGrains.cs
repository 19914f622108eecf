namespace Cortex.Api.Cluster;

/// <summary>The grains that the API asks.</summary>
internal sealed class ClusterGrains(IGrainFactory grains)
{
    public IUserGrain User(UserId id) => Reach(() => grains.User(id));

    public IRehearsalGrain Rehearsal(UserId id) => Reach(() => grains.Rehearsal(id));

    public IUnitGrain Unit(UnitId id) => Reach(() => grains.Unit(id));

    public IRunGrain Run(RunId id) => Reach(() => grains.Run(id));

    public IJobsGrain Jobs(UserId owner) => Reach(() => grains.Jobs(owner));

    public IConnectionGrain Connection(ConnectionKey key) => Reach(() => grains.Connection(key));

    /// <summary>A client that has not met a silo yet does not know which grains there are, and says so with an ArgumentException.</summary>
    private static TGrain Reach<TGrain>(Func<TGrain> reference)
    {
        try
        {
            return reference();
        }
        catch (ArgumentException)
        {
            throw new UnavailableException("No silo has been reached yet.");
        }
    }
}
