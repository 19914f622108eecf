using Orleans.Core.Internal;

namespace Cortex.Grains.Tests;

/// <summary>What a user has said about themselves outlives the activation that was told.</summary>
public sealed class PreferencesTests(GrainCluster cluster) : GrainTest(cluster)
{
    private IUserGrain Me => Cluster.Grains.User(User);

    [Fact]
    public async Task Preferences_AreTheUsualUntilTheyAreSet_AndStayAfterARestart()
    {
        var usual = await Me.GetPreferencesAsync(None);
        Assert.Equal(("UTC", FailureNotices.Each), (usual.TimeZone, usual.FailureNotices));
        Assert.Equal((5, new TimeOnly(9, 0), new TimeOnly(17, 0)), (usual.WorkingHours.Days.Count, usual.WorkingHours.From, usual.WorkingHours.To));

        await Me.SetPreferencesAsync("Europe/Berlin", new([DayOfWeek.Tuesday], new(8, 30), new(12, 0)), null, None);
        await Me.SetPreferencesAsync(null, null, FailureNotices.Daily, None);
        await DeactivateAsync();

        var kept = await Me.GetPreferencesAsync(None);
        Assert.Equal(("Europe/Berlin", FailureNotices.Daily), (kept.TimeZone, kept.FailureNotices));
        Assert.Equal((new TimeOnly(8, 30), new TimeOnly(12, 0)), (kept.WorkingHours.From, kept.WorkingHours.To));
        Assert.Equal([DayOfWeek.Tuesday], kept.WorkingHours.Days);
    }

    [Fact]
    public async Task Preferences_ThatCouldNotBeKept_AreNotClaimed()
    {
        await Me.SetPreferencesAsync("Europe/Berlin", null, null, None);

        // As another activation would, on the other side of a split.
        await using (var command = Cluster.Db.CreateCommand($"UPDATE orleansstorage SET version = version + 1 WHERE grainidextension = '{User.Value}'"))
        {
            Assert.Equal(1, await command.ExecuteNonQueryAsync(None));
        }

        await Assert.ThrowsAnyAsync<OrleansException>(() => Me.SetPreferencesAsync("Asia/Tokyo", null, null, None));

        Assert.Equal("Europe/Berlin", (await Me.GetPreferencesAsync(None)).TimeZone);
        Assert.Equal("Asia/Tokyo", (await Me.SetPreferencesAsync("Asia/Tokyo", null, null, None)).TimeZone);
    }

    private async Task DeactivateAsync() => await Me.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
}
