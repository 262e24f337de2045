using Scanner.Collect.Workbench;

namespace Scanner.Tests.Collect.Workbench;

/// <summary>A pod with an operator that there is not is refused by the API server: no session comes of such a template.</summary>
public sealed class PlacementYamlOperatorTests
{
    [Theory]
    [InlineData("tolerations:\n- {key: workload, operator: Equals, value: sessions, effect: NoSchedule}")]
    [InlineData("affinity:\n  nodeAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      nodeSelectorTerms:\n      - matchExpressions:\n        - {key: type, operator: NotIN, values: [x]}")]
    public void Operator_that_is_none_is_not_taken(string yaml) => Assert.Null(PlacementYaml.Read(yaml).Placement);

    [Fact]
    public void Operators_that_there_are_are_taken() => Assert.NotNull(PlacementYaml.Read("tolerations:\n- {key: workload, operator: Exists}").Placement);
}
