using Scanner.Model;
using Elb = Amazon.ElasticLoadBalancingV2.Model;

namespace Scanner.Collect.Aws;

/// <summary>elasticloadbalancing:DescribeTags, twenty resources at a time.</summary>
internal static class LoadBalancingTags
{
    private const int AtATime = 20;

    /// <summary>Hands over the tags of every resource, or the gap in their place.</summary>
    public static Task Ask(
        AwsProbe probe, AwsScope scope, IReadOnlyList<string> arns, Action<string, Evidence, Fact<StringMap>> tell, CancellationToken cancellationToken) =>
        Task.WhenAll(arns.Chunk(AtATime).Select(async some =>
        {
            var answer = await probe.Ask("elasticloadbalancing:DescribeTags",
                stop => scope.Clients.Elb.DescribeTagsAsync(new() { ResourceArns = [.. some] }, stop), cancellationToken);
            foreach (var arn in some) tell(arn, answer.Evidence, answer.Map(a => Of(a, arn)));
        }));

    private static StringMap Of(Elb.DescribeTagsResponse answer, string arn)
    {
        var said = answer.TagDescriptions?.FirstOrDefault(d => d.ResourceArn == arn);
        return AwsTags.Of(Wire.Need(said, "TagDescriptions").Tags, t => t.Key, t => t.Value);
    }
}
