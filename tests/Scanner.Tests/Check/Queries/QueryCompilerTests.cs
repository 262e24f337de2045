using Scanner.Check.Queries;

namespace Scanner.Tests.Check.Queries;

/// <summary>What may be asked, what is refused, and what those who ask are told.</summary>
public sealed class QueryCompilerTests
{
    [Theory]
    [InlineData("System.Environment.Exit(0)")]
    [InlineData("Environment.Exit(0)")]
    [InlineData("System.IO.File.ReadAllText(\"/etc/passwd\")")]
    [InlineData("new System.IO.StreamReader(\"/etc/passwd\").ReadToEnd()")]
    [InlineData("System.Diagnostics.Process.Start(\"sh\")")]
    [InlineData("new System.Net.Http.HttpClient()")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"AWS_SECRET_ACCESS_KEY\")")]
    [InlineData("env.GetType()")]
    [InlineData("env.GetType().Assembly.Location")]
    [InlineData("typeof(string).Assembly")]
    [InlineData("Type.GetType(\"System.IO.File\")")]
    [InlineData("System.Reflection.Assembly.Load(\"x\")")]
    [InlineData("Activator.CreateInstance<Subnet>()")]
    [InlineData("(dynamic)env")]
    [InlineData("(object)env")]
    [InlineData("env is object o ? o : null")]
    [InlineData("env.Of<Subnet>().Any(s => { while (true) { } })")]
    [InlineData("env.Of<Subnet>().Any(delegate(Subnet s) { for (;;) { } })")]
    [InlineData("env.Of<Subnet>().Select(s => { Truth F(int i) => F(i + 1); return F(1); })")]
    [InlineData("env.Of<Subnet>().Select(s => throw new Exception())")]
    [InlineData("System.Threading.Thread.Sleep(1000000)")]
    [InlineData("new int[1000000000]")]
    [InlineData("stackalloc int[1000000]")]
    [InlineData("$\"{1,1000000000}\"")]
    [InlineData("new string('x', 1000000000)")]
    [InlineData("env.Of<Subnet>().Select(s => s.Id).Found")]
    [InlineData("env.Graph")]
    [InlineData("env.Cluster.Name.IsKnown")]
    [InlineData("from s in env.Of<Subnet>() select s")]
    [InlineData("await env")]
    [InlineData("1); } static class X { static int F() => (2")]
    [InlineData("1\n#line 5\n+ 2")]
    [InlineData("/* */ // ")]
    [InlineData("resources")]
    [InlineData("(env, resources)")]
    [InlineData("(Func<int>)(() => 1)")]
    [InlineData("Pass()")]
    [InlineData("Question.Of((e, r) => 1)")]
    [InlineData("resources.Of<Subnet>().Select(s => Pass())")]
    [InlineData("x => 1")]
    [InlineData("null")]
    [InlineData("")]
    public void Refuses(string query)
    {
        var (compiled, errors) = QueryCompiler.Compile(query);
        Assert.Null(compiled);
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.InRange(e.Line, 1, 3));
    }

    [Theory]
    [InlineData("env.Of<Instance>()", 1, 8, "did you mean ComputeInstance?")]
    [InlineData("env.Of<SecurityGrp>()", 1, 8, "did you mean SecurityGroup?")]
    [InlineData("env.Instances", 1, 5, "did you mean Of<ComputeInstance>()?")]
    [InlineData("Env.Of<Subnet>()", 1, 1, "start from env (one deployment) or resources (everything seen): resources.Of<Subnet>()")]
    [InlineData("resources.Of<Subnet>().Select(s => (s.Id,\n  s.Cidrr))", 2, 5, "did you mean Cidr?")]
    [InlineData("resources.Of<Subnet>().Selct(s => s.Id)", 1, 24, "did you mean Select?")]
    [InlineData("env.Cluster.Tags[\"x\"]", 1, 1, "a fact is not its value: i.Tags.Map(tags => tags[\"owner\"])")]
    [InlineData("env.Of<Subnet>().Any(s => { return true; })", 1, 27, "write x => expression")]
    [InlineData("resources.Of<FileSystem>().Where(f => f.Type == FileSystemTyp.Efs)", 1, 49, "did you mean FileSystemType?")]
    [InlineData("resources.Of<FileSystem>().Where(f => f.Type == FileSystemType.EFS)", 1, 64, "did you mean Efs?")]
    [InlineData("Console.WriteLine(1)", 1, 1, "a query sees what rules see: the model, and the basic types of System")]
    [InlineData("resources.Of<Pod>().Where(p => p.Node == resources.Of<KubeNode>())", 1, 32, "a reference names a resource: compare ids, r.Id == x.Id, or, where there may be none, fact.Is(r => r is { } some && some.Id == x.Id)")]
    [InlineData("resources.Of<Pod>().Where(p => resources.Resolve(p.Node).Is(n => true))", 1, 42, "a reference names a resource: compare ids, r.Id == x.Id, or, where there may be none, fact.Is(r => r is { } some && some.Id == x.Id)")]
    [InlineData("resources.Of<RouteTable>().SelectMany(t => t.Routes.Map(r => r.Where(x => x.Destination == \"0.0.0.0/0\")))", 1, 75, "compare addresses with addresses: Cidr.Parse(\"10.0.0.0/16\")")]
    [InlineData("1 +", 1, 4, "a query is one C# expression")]
    [InlineData("x => 1", 1, 1, "a query ends in a set, rows or a value")]
    [InlineData("System.Environment.MachineName", 1, 1, "a query sees what rules see: the model, and the basic types of System")]
    public void Says_where_and_what_instead(string query, int line, int column, string hint)
    {
        var error = QueryCompiler.Compile(query).Errors[0];
        Assert.Equal((line, column, hint), (error.Line, error.Column, error.Hint));
    }

    [Fact]
    public void Is_bounded() => Assert.Equal("the query is longer than 20000 characters", QueryCompiler.Compile(new string('(', 30_000)).Errors[0].Message);

    [Theory, InlineData("!", "true"), InlineData("- ", "1"), InlineData("true ? 1 : ", "1"), InlineData("1 is not ", "1")]
    public void Nesting_that_the_compiler_would_not_survive_is_refused(string prefix, string end)
    {
        var error = QueryCompiler.Compile(string.Concat(Enumerable.Repeat(prefix, 19_000 / prefix.Length)) + end).Errors[0];
        Assert.True(error.Message == "this is nested deeper than 400 levels" || error.Id.StartsWith("CS", StringComparison.Ordinal), error.Message);
    }

    [Theory, InlineData("@env.Cluster"), InlineData("\\u0065nv.Cluster"), InlineData("en\u200bv.Cluster")]
    public void Name_is_the_same_however_it_is_written(string query) => Assert.True(QueryCompiler.Compile(query).Query!.AsksEnvironment);

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash() => Assert.NotEmpty(QueryCompiler.Compile(new string('(', 15_000) + "1").Errors);

    [Theory]
    [InlineData("resources.Of<Subnet>().Select(s => (s.Id, Block: s.Cidr, s.Tags.Map(t => t[\"owner\"])))", "Id,Block,Tags.Map(t => t[\"owner\"])")]
    [InlineData("resources.Of<SecurityGroup>().SelectMany(g => g.Ingress.Map(all => all.Select(r => (g.Id, r.Peer))))", "Id,Peer")]
    [InlineData("resources.Of<Subnet>().SelectMany(a => resources.Of<Subnet>().Select(b => (a.Id, b.Id, b.Cidr)))", "a.Id,b.Id,Cidr")]
    [InlineData("resources.Of<Subnet>().Select(s => (s.Id, s.Id, 1))", "s.Id,s.Id (2),1")]
    [InlineData("resources.Of<Subnet>()", "")]
    [InlineData("(1, Two: 2)", "1,Two")]
    public void Columns_are_called_as_they_are_written(string query, string columns) => Assert.Equal(columns, string.Join(',', QueryCompiler.Compile(query).Query!.Columns));

    [Theory]
    [InlineData("resources.Of<Subnet>().Count()", false)]
    [InlineData("env.WorkbenchHosts()", true)]
    [InlineData("resources.Of<Subnet>().Where(s => env.Network.IsPublic(s))", true)]
    public void Knows_what_it_is_about(string query, bool asksEnvironment) => Assert.Equal(asksEnvironment, QueryCompiler.Compile(query).Query!.AsksEnvironment);
}
