namespace Scanner.Model;

/// <summary>A value that messages may show even while it is unknown; everywhere else its text ends the judgement.</summary>
internal interface IShown
{
    string Show();
}
