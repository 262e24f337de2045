using System.Runtime.CompilerServices;

namespace Scanner.Model.Budgets;

/// <summary>What compiled rules call at every function, lambda and loop: counts their steps, and ends those that take too many or go too deep.</summary>
/// <remarks>
/// For the compiler: a script cannot name it. Where no budget is open, steps are counted and nothing ends. The model's own code adds steps
/// and never ends: what ended within it would end what other rules share, too.
/// </remarks>
public static class Budget
{
    [ThreadStatic] private static int t_left;
    [ThreadStatic] private static nint t_stackEnd;
    [ThreadStatic] private static OpenBudget? t_open;

    /// <summary>Once for each turn of a loop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tick()
    {
        if (--t_left < 0) Look();
    }

    /// <summary>Once for each call of a function or lambda; steps and stack in one branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        byte here = 0;
        if (--t_left < 0 | Address(ref here) < t_stackEnd) Look(Address(ref here));
    }

    /// <summary>The text that a rule put together, if it is not too long.</summary>
    public static string Made(string text)
    {
        Grow(text.Length);
        Charge(text.Length >> 4);
        return text;
    }

    /// <summary>A list whose elements are put into another.</summary>
    public static Items<T> Spread<T>(Items<T> items)
    {
        Charge((long)items.Count * BudgetLimits.StepsPerElement);
        return items;
    }

    /// <summary>A list whose elements are put into another.</summary>
    public static T[] Spread<T>(T[] items)
    {
        Charge((long)items.Length * BudgetLimits.StepsPerElement);
        return items;
    }

    /// <summary>A text whose characters are put into a list.</summary>
    public static string Spread(string text)
    {
        Charge((long)text.Length * BudgetLimits.StepsPerElement);
        return text;
    }

    /// <summary>From now on this thread's steps count for that budget.</summary>
    internal static OpenBudget Open(BudgetLimits limits, CancellationToken cancellationToken = default)
    {
        byte here = 0;
        t_open?.Settle(t_left);
        t_open = new(t_open, t_stackEnd, limits, cancellationToken);
        t_stackEnd = Address(ref here) - BudgetLimits.Stack;
        t_left = t_open.Slice;
        return t_open;
    }

    /// <summary>The budget that was open before counts again.</summary>
    internal static void Close(OpenBudget budget)
    {
        budget.Settle(t_left);
        (t_open, t_stackEnd) = (budget.Outer, budget.OuterStackEnd);
        t_left = t_open?.Slice ?? int.MaxValue;
    }

    /// <summary>More steps than one, for what costs more than a step.</summary>
    internal static void Charge(long steps)
    {
        Add(steps);
        if (t_left < 0) Look();
    }

    /// <summary>More steps than one, to be looked at with the next: for the model's own code, in which nothing ends.</summary>
    internal static void Add(long steps) => t_left = (int)Math.Max(int.MinValue, t_left - steps);

    /// <summary>A text of that length would be made.</summary>
    internal static void Grow(long length)
    {
        if (length > BudgetLimits.LongestText) t_open?.End($"makes a text of {length} characters, and may make {BudgetLimits.LongestText}");
    }

    private static nint Address(ref byte place) => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref place);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Look(nint here)
    {
        if (here < t_stackEnd) t_open?.End("calls itself too deep");
        if (t_left < 0) Look();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Look()
    {
        var left = t_left;
        t_left = t_open is null ? int.MaxValue : 0; // what has ended ends again at every further step
        if (t_open is { } budget) t_left = budget.Look(left);
    }
}
