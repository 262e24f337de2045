using System.Text;
using Scanner.Collect.Declared;

namespace Scanner.Tests.Collect.Declared;

public sealed class DeclaredYamlTests
{
    public static TheoryData<string, string> Malformed => new()
    {
        { "a: [1, 2\nb: x\n", "f.yaml:" },
        { "a: 1\na: 2\n", "f.yaml:2:1: not valid YAML" },
        { "a: *nobody", "f.yaml:1:4: not valid YAML: there is no anchor &nobody before it: a: *nobody" },
        { "a:\n\tb: 1", "f.yaml:2:1: not valid YAML: a tab where only spaces may stand: b: 1" },
        { "a: “Efs”", "f.yaml:1:4: typographic quotes, as word processors write them: use \" or ': a: “Efs”" },
        { "“a”: 1", "f.yaml:1:1: typographic quotes" },
        { "list:\n  - ‘x’", "f.yaml:2:5: typographic quotes" },
        { new string('[', 5000), "f.yaml:1:1001: not valid YAML: nested more than 64 levels deep" },
        { string.Concat(Enumerable.Repeat("{a: ", 5000)), "nested more than 64 levels deep" },
        { "a: " + new string('x', 9 * 1024 * 1024), "f.yaml: larger than 8192 KB" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void Malformed_document_is_one_line_that_says_where(string text, string problem)
    {
        var complaint = Assert.Throws<DeclaredException>(() => DeclaredYaml.Documents(new("f.yaml", text))).Message;

        Assert.Contains(problem, complaint, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', complaint);
    }

    [Fact]
    public void Quotes_of_other_languages_within_a_text_are_text() =>
        Assert.Equal("the “best” one", DeclaredYaml.Document(new("f.yaml", "a: the “best” one\nb: \"“x”\""), "thing").Text("a"));

    [Fact]
    public void Document_that_would_grow_without_bounds_takes_no_more_than_its_text()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i)}", 10))}]\n"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(21, DeclaredYaml.Document(new("f.yaml", bomb), "thing").Entries.Count());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 * 1024 * 1024);
    }

    [Theory]
    [InlineData("a: &a\n  b: *a\n")]
    [InlineData("a: &a [*a]\n")]
    [InlineData("a: &a {<<: *a, b: 1}\n")]
    public void Anchor_that_holds_itself_ends(string text)
    {
        try
        {
            _ = DeclaredYaml.Document(new("f.yaml", text), "thing").Nearest("a/b/b/b");
        }
        catch (DeclaredException e)
        {
            Assert.StartsWith("f.yaml:", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "f.yaml:1:1: is empty, and no thing")]
    [InlineData("# only a comment\n", "f.yaml:1:1: is empty, and no thing")]
    [InlineData("a: 1\n---\nb: 2\n", "f.yaml:3:1: a second document; a thing is one: b: 2")]
    [InlineData("- a\n", "f.yaml:1:1: keys and values expected, as in a thing: - a")]
    public void What_is_not_one_document_of_keys_and_values_is_told(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DeclaredException>(() => DeclaredYaml.Document(new("f.yaml", text), "thing")).Message);

    [Fact]
    public void Places_are_those_of_the_text()
    {
        var file = new DeclaredText("f.yaml", "a:\n  b: 12\n  c:\n    - x\n");
        var document = DeclaredYaml.Document(file, "thing");

        Assert.Equal((2, 6, 8, "b: 12"), Flat(file.At(document.Need("a/b"))));
        Assert.Equal((2, 3, 8, "b: 12"), Flat(file.At(document.Need("a"))));
        Assert.Equal((4, 7, 8, "- x"), Flat(file.At(document.List("a/c")[0])));
        Assert.Equal("a/c", document.Nearest("a/c/nothing").Path);
        Assert.Equal("", document.Nearest("nowhere").Path);
    }

    [Fact]
    public void Whatever_is_read_ends_in_a_document_or_one_line()
    {
        const int Count = 100_000;
        const string Signs = "[]{}:,-&*!|>'\"%@`#?\n\t \u0001<a0~“=";
        const string Whole = "HeadNode: &h\n  InstanceType: m5.large\n  Networking: {SubnetId: subnet-1}\nList:\n- <<: *h\n  Name: 'x'\nText: |\n  lines\n  more\n---\nb: [1, \"2\"]\n";
        var (random, refused) = (new Random(11), 0);
        for (var i = 0; i < Count; i++)
        {
            var damaged = new StringBuilder(Whole);
            for (var hits = random.Next(1, 8); hits > 0; hits--) damaged[random.Next(damaged.Length)] = Signs[random.Next(Signs.Length)];
            if (random.Next(4) == 0) damaged.Length = random.Next(damaged.Length);
            try
            {
                foreach (var document in DeclaredYaml.Documents(new("f.yaml", damaged.ToString()))) _ = document.Nearest("HeadNode/Networking/SubnetId").Line;
            }
            catch (DeclaredException e)
            {
                Assert.StartsWith("f.yaml:", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        Assert.InRange(refused, 1, Count - 1);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Count} generated documents, {refused} refused");
    }

    private static (int, int, int, string) Flat(Scanner.Model.Snapshots.SourceLocation place) => (place.Line, place.Column, place.EndColumn, place.Snippet);
}
