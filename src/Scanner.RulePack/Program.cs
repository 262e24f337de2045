using Scanner.RulePack;

return args is ["compile", var rules, "-o", var assembly]
    ? Packing.Compile(rules, assembly, Console.Out)
    : Packing.Usage(Console.Error);
