using Scanner.Check;
using Scanner.Check.Tracing;

namespace Scanner.Tests.Check.Tracing;

public sealed class TraceMatrixTests
{
    [Fact]
    public void Every_line_of_the_reference_architectures_has_its_rule_or_a_reason_for_none()
    {
        var trace = new TraceMatrix(ReferenceDocument.Read(Repository.Path("rules")), RuleLibrary.Installed(useCache: false).Load([]).Rules);
        Assert.NotEmpty(trace.Documents);
        Assert.Empty(trace.Problems());
    }

    [Fact]
    public void A_line_that_nobody_answers_for_is_told()
    {
        var document = new ReferenceDocument("ours", "Ours", [1, 2, 3], new Dictionary<int, string> { [1] = "heading" });
        Assert.Equal(["ours:2 has neither a rule nor a reason for none", "ours:3 has neither a rule nor a reason for none"], new TraceMatrix([document], []).Problems());
    }
}
