using System.Reflection.Metadata;

namespace Scanner.Check;

/// <summary>Reads the instructions of a method: what it calls, and whether it does what no C# without <c>unsafe</c> becomes.</summary>
internal static class IlReader
{
    /// <summary>Operations on addresses and untyped calls: those that could take a value for what it is not.</summary>
    private static readonly HashSet<int> s_denied = [0x27, 0x29, 0xC2, 0xC3, 0xC6, 0xFE00, 0xFE0F, 0xFE11, 0xFE12, 0xFE13, 0xFE17, 0xFE18, 0xFE1D];

    /// <summary>The tokens of methods that it calls or takes the address of; null where an instruction is none that rules are made of.</summary>
    public static List<int>? Calls(BlobReader il)
    {
        var called = new List<int>();
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            if (code == 0xFE) code = 0xFE00 | il.ReadByte();
            if (s_denied.Contains(code) || OperandOf(code) is not { } size) return null;
            if (code is 0x28 or 0x6F or 0x73 or 0xFE06 or 0xFE07) called.Add(il.ReadInt32());
            else if (code == 0x45) il.Offset += 4 * checked((int)il.ReadUInt32());
            else il.Offset += size;
        }
        return called;
    }

    /// <summary>How many bytes follow an instruction; null where there is none of that code.</summary>
    private static int? OperandOf(int code) => code switch
    {
        (>= 0x0E and <= 0x13) or 0x1F or (>= 0x2B and <= 0x37) or 0xDE => 1,
        0x21 or 0x23 => 8,
        0x20 or 0x22 or 0x28 or (>= 0x38 and <= 0x45) or (>= 0x6F and <= 0x75) or 0x79 or (>= 0x7B and <= 0x81) or 0x8C or 0x8D or 0x8F or (>= 0xA3 and <= 0xA5) or 0xD0 or 0xDD => 4,
        0xFE06 or 0xFE07 or 0xFE15 or 0xFE16 or 0xFE1C => 4,
        >= 0xFE09 and <= 0xFE0E => 2,
        0xFE19 => 1,
        (>= 0xFE01 and <= 0xFE05) or 0xFE14 or 0xFE1A or 0xFE1E => 0,
        (>= 0x00 and <= 0x26) or (>= 0x2A and <= 0x2A) or (>= 0x46 and <= 0x6E) or 0x76 or 0x7A or (>= 0x82 and <= 0x8B) or 0x8E or (>= 0x90 and <= 0xA2) or (>= 0xB3 and <= 0xBA) or (>= 0xD1 and <= 0xDC) or 0xDF or 0xE0 => 0,
        _ => null,
    };
}
