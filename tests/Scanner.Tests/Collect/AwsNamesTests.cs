using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class AwsNamesTests
{
    [Fact]
    public void Key_is_the_place_in_the_stack() =>
        Assert.Equal("cloudformation/data/Postgres", ResourceKey.Of(Tags(("aws:cloudformation:stack-name", "data"), ("aws:cloudformation:logical-id", "Postgres")), "db-1"));

    [Fact]
    public void Key_is_the_id_where_no_stack_made_it() => Assert.Equal("db-1", ResourceKey.Of(Tags(("Name", "x")), "db-1"));

    [Theory]
    [InlineData("HeadNode", "parallelcluster/pwb/head/node")]
    [InlineData("LoginNode", "parallelcluster/pwb/login/users/node")]
    [InlineData("Compute", "parallelcluster/pwb/queue/cpu/c6i/node")]
    [InlineData("Something", "i-1")]
    public void Key_of_a_node_is_that_of_its_group(string type, string key) => Assert.Equal(key, ResourceKey.OfInstance(Tags(
        ("parallelcluster:cluster-name", "pwb"), ("parallelcluster:node-type", type), ("parallelcluster:login-nodes-pool-name", "users"),
        ("parallelcluster:queue-name", "cpu"), ("parallelcluster:compute-resource-name", "c6i")), "i-1"));

    [Theory]
    [InlineData("arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/web/50dc6c495c0c9188", "loadbalancer/app/web")]
    [InlineData("arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/web/73e2d6bc24d8a067", "targetgroup/web")]
    public void Key_of_a_load_balancer_leaves_out_what_changes(string arn, string key) => Assert.Equal(key, ResourceKey.OfLoadBalancing(arn));

    [Theory]
    [InlineData("DB_PASSWORD")]
    [InlineData("client-secret")]
    [InlineData("AccessToken")]
    [InlineData("api-key")]
    [InlineData("apikey")]
    [InlineData("db_pwd")]
    [InlineData("passphrase")]
    [InlineData("pass")]
    [InlineData("PGPASS")]
    [InlineData("private-key")]
    [InlineData("license_key")]
    [InlineData("Passwort")]
    [InlineData("auth")]
    [InlineData("db/pin")]
    [InlineData("parallelcluster:db_password")]
    [InlineData("kubernetes.io/token")]
    public void Tag_that_looks_like_a_secret_is_not_kept(string name)
    {
        var tags = AwsTags.Of([new Amazon.EC2.Model.Tag { Key = name, Value = "hunter2" }, new Amazon.EC2.Model.Tag { Key = "Name", Value = "web" }]);

        Assert.Equal(("***", "web"), (tags[name], tags["Name"]));
    }

    [Theory]
    [InlineData("note", "pw: hunter2")]
    [InlineData("note", "db pass=hunter2")]
    [InlineData("eks:note", "https://user:hunter2@db.example/")]
    public void Value_that_looks_like_a_secret_is_not_kept(string name, string value) => Assert.Equal("***", Kept(name, value));

    [Theory]
    [InlineData("author", "jane")]
    [InlineData("shipping", "yes")]
    [InlineData("key", "blue")]
    [InlineData("passenger", "yes")]
    [InlineData("kubernetes.io/cluster/token-service", "owned")]
    [InlineData("kubernetes.io/created-for/pv/name", "pvc-0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")]
    [InlineData("aws:cloudformation:stack-id", "arn:aws:cloudformation:us-east-1:1:stack/x/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")]
    public void Other_tag_is_kept(string name, string value) => Assert.Equal(value, Kept(name, value));

    [Theory]
    [InlineData("v => v.CidrBlock", "CidrBlock")]
    [InlineData("i => i.State?.Name?.Value", "State.Name")]
    [InlineData("listener.Port", "Port")]
    [InlineData("stickiness.enabled", "stickiness.enabled")]
    [InlineData("parameter Scheduler", "parameter Scheduler")]
    public void Field_path(string expression, string path) => Assert.Equal(path, FieldPath.Of(expression));

    private static string? Kept(string name, string value) => AwsTags.Of([new Amazon.EC2.Model.Tag { Key = name, Value = value }])[name];

    private static StringMap Tags(params (string Name, string Value)[] tags) => new(tags.Select(t => KeyValuePair.Create(t.Name, t.Value)));
}
