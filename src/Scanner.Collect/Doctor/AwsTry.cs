using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Doctor;

/// <summary>The smallest harmless call that an action's permission shows in.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Call">Makes it, about something that cannot exist where the action is about one thing.</param>
internal sealed record AwsTry(string Action, Func<AwsScope, CancellationToken, Task> Call)
{
    /// <summary>Tells why it cannot be tried; null where it can.</summary>
    public Func<AwsScope, CancellationToken, Task<Gap?>> Obstacle { get; init; } = (_, _) => Task.FromResult<Gap?>(null);
}
