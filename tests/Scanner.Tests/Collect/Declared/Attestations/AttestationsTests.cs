using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Attestations;
using Scanner.Model;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Collect.Declared.Attestations;

/// <summary>What was attested holds until it expires, and for no other rule.</summary>
public sealed class AttestationsTests
{
    private static readonly DateTimeOffset s_day = new(2026, 3, 1, 15, 0, 0, TimeSpan.Zero);

    private const string Two = "attestations:\n  GEN-012:\n    by: Jane Doe\n    date: 2026-03-01\n    note: empty when it was made\n  GEN-016:\n    by: John\n    date: 2025-01-01\n    note: agreed\n    expires: 2026-03-02\n";

    [Fact]
    public async Task One_that_holds_is_true_and_others_are_unknown()
    {
        var environment = (await Read(Two)).Environment();
        Assert.True(environment.Attested("GEN-012").IsTrue);
        Assert.Equal(("what John attested of GEN-016 expired on 2026-03-02", GapCause.Unset, "attest GEN-016"), Gap(environment.Attested("GEN-016")));
        Assert.Equal(("nobody attests GEN-099", GapCause.Unset, "attest GEN-099"), Gap(environment.Attested("GEN-099")));
        Assert.Equal("empty when it was made", environment.AttestedNote("GEN-012").Value);
        Assert.Equal("what John attested of GEN-016 expired on 2026-03-02", environment.AttestedNote("GEN-016").Gap!.Detail);
    }

    [Fact]
    public async Task It_is_a_resource_with_its_line_on_the_plane_of_what_users_say()
    {
        var read = await Read(Two);
        var attestation = read.Graph.Find<Attestation>("declared://test/attestation/GEN-012")!;
        Assert.Equal(("attestation/GEN-012", "Jane Doe", "empty when it was made", (DateTimeOffset?)null), (attestation.Key, attestation.By.Value, attestation.Note.Value, attestation.Expires.Value));
        Assert.Equal((Plane.Parameter, "attestations.yaml:2:3"), (((Evidence)attestation.Rule.Source).Plane, ((Evidence)attestation.Rule.Source).Locator));
        Assert.Null(read.Environment().Of<Attestation>().Unlisted);
    }

    [Theory]
    [InlineData("test", "k8s/c", "k8s/c", false, true)]
    [InlineData("test", "aws/1/us-east-1", "aws/1/us-east-1", false, true)]
    [InlineData("other", "aws/1/us-east-1", "aws/1/us-east-1", false, false)]
    [InlineData("other", "aws/1/us-east-1", "aws/1/us-east-1", true, true)]
    [InlineData("test", "aws/1/us-east-1", "aws/2/us-east-1", true, false)]
    public async Task It_counts_for_the_target_that_it_was_given_for_and_no_other(string target, string scope, string environment, bool alone, bool counts)
    {
        var snapshot = (await Read(Two)).Snapshot;
        var graph = new ResourceGraph(snapshot with { Header = snapshot.Header with { Targets = alone ? [new(target, [scope], null)] : [new(target, [scope], null), new("second", ["aws/9/us-east-1"], null)] } });
        var cluster = (Cluster)KindSchema.Of(typeof(Cluster)).Create("c", "c", environment);
        Assert.Equal(counts, new Environment(graph, cluster, [environment], Parameters.None).Attested("GEN-012").IsTrue);
    }

    [Theory]
    [InlineData("", "f:1:1: is empty, and no file of attestations")]
    [InlineData("a: b", "f:1:1: no attestations: in it")]
    [InlineData("attestations: [a]", "f:1:15: rules and what is attested of them expected")]
    [InlineData("attestations:\n  gen-12: {}", "f:2:3: no id of a rule; expected one such as GEN-012")]
    [InlineData("attestations:\n  GEN-012: yes", "f:2:3: by, date and note expected")]
    [InlineData("attestations:\n  GEN-012: {date: 2026-01-01, note: a}", "f:2:3: GEN-012 lacks by")]
    [InlineData("attestations:\n  GEN-012: {by: a, note: a}", "f:2:3: GEN-012 lacks date")]
    [InlineData("attestations:\n  GEN-012: {by: a, date: 2026-01-01}", "f:2:3: GEN-012 lacks note")]
    [InlineData("attestations:\n  GEN-012: {by: a, date: soon, note: a}", "f:2:26: date is no day such as 2026-01-31")]
    [InlineData("attestations:\n  GEN-012: {by: a, date: 2026-01-01, note: a, expires: 2025-01-01}", "f:2:3: GEN-012 expires before it was attested")]
    [InlineData("attestations:\n  GEN-012: {by: “a”}", "f:2:17: typographic quotes")]
    [InlineData("attestations: {", "f:2:1: not valid YAML: ")]
    public void What_is_wrong_has_its_place(string text, string problem) =>
        Assert.StartsWith(problem, ReadFiles.Problem(() => AttestationsDocument.Read(new("f", text))), StringComparison.Ordinal);

    [Fact]
    public void Bombs_and_depth_end_soon()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n"));
        Assert.Equal("f:1:1: no attestations: in it: a: &a [x,x,x,x,x,x,x,x,x]", ReadFiles.Problem(() => AttestationsDocument.Read(new("f", bomb))));
        Assert.Contains("nested more than", ReadFiles.Problem(() => AttestationsDocument.Read(new("f", "attestations: " + new string('[', 5000)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_file_and_a_second_rule_before_the_first()
    {
        var one = AttestationsText.With("f", null, "GEN-016", "Jane", "a \"quoted\" note: with # signs", s_day, null);
        var two = AttestationsText.With("f", one, "GEN-012", "John", "b", s_day, s_day.AddDays(365));
        Assert.EndsWith("""
            attestations:
              GEN-012:
                by: "John"
                date: 2026-03-01
                note: "b"
                expires: 2027-03-01
              GEN-016:
                by: "Jane"
                date: 2026-03-01
                note: "a \"quoted\" note: with # signs"

            """, two, StringComparison.Ordinal);
        Assert.Equal("a \"quoted\" note: with # signs", AttestationsDocument.Read(new("f", two)).Attestations[1].Note);
    }

    [Fact]
    public void Comments_and_what_others_said_stay_as_they_are()
    {
        const string text = "# ours\nattestations: # all of them\n    # the database\n    GEN-012: # see the ticket\n        by: Jane Doe\n        date: 2025-03-01\n        note: >\n          empty when\n          it was made\n\n    # sizes\n    GEN-016:\n        by: x\n        date: 2025-01-01\n        note: y\n# the end\n";
        Assert.Equal("# ours\nattestations: # all of them\n    # the database\n    GEN-012: # see the ticket\n        by: Jane Doe\n        date: 2025-03-01\n        note: >\n          empty when\n          it was made\n    # sizes\n    GEN-016:\n      by: \"John\"\n      date: 2026-03-01\n      note: \"z\"\n",
            AttestationsText.With("f", text, "GEN-016", "John", "z", s_day, null));
        Assert.Contains("empty when\n          it was made\n    GEN-013:\n", AttestationsText.With("f", text, "GEN-013", "John", "z", s_day, null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attestations: {GEN-012: {by: a, date: 2026-01-01, note: a}}")]
    [InlineData("attestations: {}")]
    public void What_stands_in_one_line_is_not_torn_apart(string text) => Assert.Equal($"f:1:1: each rule must stand on a line of its own, so that attest can add to them: {text}",
        ReadFiles.Problem(() => AttestationsText.With("f", text, "GEN-016", "John", "z", s_day, null)));

    private static (string, GapCause, string) Gap(Truth truth) => (truth.Gap.Detail, truth.Gap.Cause, truth.Gap.Remedy.ToString());

    private static async Task<ReadFiles> Read(string text)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        var input = new DeclaredInput(path, "attestations.yaml");
        Assert.True(new AttestationsFormat().Recognizes(input));
        var read = await ReadFiles.Of(new AttestationsFormat(), input);
        File.Delete(path);
        return read;
    }
}
