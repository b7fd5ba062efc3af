namespace Simpul.Client.Submission;

/// <summary>A batch under way.</summary>
internal sealed class Delivery(int slice, long text, long started)
{
    private readonly TaskCompletionSource heldUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Slice => slice;

    public long Text => text;

    public long Started => started;

    public Task Work { get; set; } = Task.CompletedTask;

    public bool IsHeldUp => heldUp.Task.IsCompleted;

    /// <summary>Ends when others have overtaken it by far.</summary>
    public Task HeldUp => heldUp.Task;

    public void HoldUp() => heldUp.TrySetResult();
}
