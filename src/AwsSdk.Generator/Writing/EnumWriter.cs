using System.Collections.Generic;
using Scanner.AwsSdk.Generator.Facts;

namespace Scanner.AwsSdk.Generator.Writing;

/// <summary>Writes an enumeration as the official packages do: an open class of constants, so an unknown value passes through.</summary>
internal sealed class EnumWriter(EnumFacts facts, CodeText code)
{
    public void Write() => code.Block($"public class {facts.Name} : ConstantClass", () =>
    {
        var used = new HashSet<string> { facts.Name };
        foreach (var value in facts.Values)
        {
            var constant = CSharpName.OfConstant(value);
            if (used.Add(constant)) code.Line($"public static readonly {facts.Name} {constant} = new(\"{value}\");");
        }
        code.Line($"public {facts.Name}(string value) : base(value) {{ }}");
        code.Line($"public static {facts.Name} FindValue(string value) => FindValue<{facts.Name}>(value);");
        code.Line($"public static implicit operator {facts.Name}(string value) => FindValue(value);");
    });
}
