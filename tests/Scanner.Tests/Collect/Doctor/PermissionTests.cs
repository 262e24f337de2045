using Scanner.Collect.Doctor;
using Scanner.Model;

namespace Scanner.Tests.Collect.Doctor;

public sealed class PermissionTests
{
    private const string Action = "cloudformation:DescribeStackResource";
    private static readonly Remedy s_allow = new(RemedyKind.Permission, Action);
    private static readonly Remedy s_retry = new(RemedyKind.Retry, "later");

    public static TheoryData<Standing, GapCause, string, bool> Answers() => new()
    {
        { Standing.There, GapCause.Failed, "ValidationError: Stack 'scanner-doctor-none' does not exist", false },
        { Standing.There, GapCause.Failed, "ResourceNotFoundException: No cluster found for name: scanner-doctor-none.", false },
        { Standing.There, GapCause.Failed, "NoSuchHostedZone: none", false },
        { Standing.There, GapCause.Failed, "NoSuchKey: The specified key does not exist.", false },
        { Standing.Untold, GapCause.Failed, "NoSuchBucket: The specified bucket does not exist", false },
        { Standing.Missing, GapCause.Denied, "AccessDenied: User: x is not authorized", true },
        { Standing.Missing, GapCause.Denied, "UnauthorizedOperation: You are not authorized", true },
        { Standing.Missing, GapCause.Denied, "403 Forbidden: pods is forbidden", true },
        { Standing.Untold, GapCause.Denied, "<html>the proxy says no</html>", true },
        { Standing.Untold, GapCause.Denied, "ExpiredToken: expired", false },
        { Standing.Untold, GapCause.Failed, "ValidationError: the name is too long", false },
        { Standing.Untold, GapCause.Failed, "Name or service not known", false },
        { Standing.Untold, GapCause.Throttled, "Throttling: Rate exceeded", false },
        { Standing.NotNeeded, GapCause.NotAsked, "there is no cluster", false },
    };

    [Theory, MemberData(nameof(Answers))]
    public void Standing_by_the_answer(Standing standing, GapCause cause, string detail, bool isPermission) =>
        Assert.Equal(standing, Permission.Of(Action, new("aws/1/r", "", Action, cause, detail, isPermission ? s_allow : s_retry)).Standing);

    [Fact]
    public void Answer_of_what_was_asked_is_the_permission() => Assert.Equal(new(Action, Standing.There, ""), Permission.Of(Action, null));

    [Fact]
    public void Denial_of_another_action_tells_nothing_of_this_one() =>
        Assert.Equal(Standing.Untold, Permission.Of(Action, new("aws/1/r", "", "cloudformation:DescribeStacks", GapCause.Denied, "AccessDenied: no", s_allow)).Standing);
}
