namespace Simpul.Client.Tests;

/// <summary>A clock that runs a number of times as fast as the world's, for limits that nobody wants to wait for.</summary>
internal sealed class FastClock(int times) : TimeProvider
{
    public override long GetTimestamp() => System.GetTimestamp() * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private TimeSpan Shorter(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;
}
