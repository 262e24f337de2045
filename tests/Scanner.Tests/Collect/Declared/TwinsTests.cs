using Scanner.Model;

namespace Scanner.Tests.Collect.Declared;

/// <summary>What of a template is which live thing.</summary>
public sealed class TwinsTests
{
    [Theory]
    [InlineData("pwb", "Users", 22)]
    [InlineData("pwb", "Others", 8787)]
    [InlineData("other", "Users", 8787)]
    public void Part_of_a_template_without_a_name_is_what_its_stack_made(string stack, string part, int port)
    {
        var live = new TargetGroup { Id = "arn", Key = "targetgroup/pwb-Users-1A2B", Port = (int?)8787, Tags = new StringMap([KeyValuePair.Create("aws:cloudformation:stack-name", stack), KeyValuePair.Create("aws:cloudformation:logical-id", part)]) };
        var change = new TargetGroup { Id = "declared://t/Users", Key = "cloudformation/pwb/Users", Port = (int?)22 };

        Assert.Equal(port, Laid.Over(Laid.Seen(live), change).Find<TargetGroup>("arn")!.Port.Value);
    }
}
